// Answers the page side of an explorer as Python would, from a record made by record.py.

const unpacked = (base64) =>
  new Response(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))).body.pipeThrough(new DecompressionStream("gzip"));

class Recorded {
  constructor(record, locked = "") {
    this.record = record;
    this.hearers = {};
    this.chunks = [];
    const values = record.spec.defaults;
    this.data = { spec: record.spec, request: { id: 0, values }, frame: { id: 0, values, ...this.read(record.first) }, locked };
  }

  get(name) { return this.data[name]; }
  set(name, value) { this.data[name] = value; }
  on(event, hear) { (this.hearers[event] ??= []).push(hear); }
  off(event, hear) { this.hearers[event] = (this.hearers[event] ?? []).filter((one) => one !== hear); }
  tell(event, ...what) { (this.hearers[event] ?? []).forEach((hear) => hear(...what)); }

  read(line) {
    const [marks, sentence, goal, grips, error] = JSON.parse(line);
    return { marks, sentence, goal, grips, error };
  }

  // One recorded frame; its chunk is unpacked when it is first needed.
  async line(number) {
    const { frames, chunk } = this.record;
    const at = Math.floor(number / chunk);
    this.chunks[at] ??= new Response(unpacked(frames[at])).text().then((text) => text.split("\n"));
    return (await this.chunks[at])[number % chunk];
  }

  // The recorded values next to these, and the number of their frame: on the grid, or where a button leads.
  find(values) {
    const { spec, beside } = this.record;
    const same = (one) => spec.controls.every(({ name }) => one[name] === values[name]);
    const off = beside.findIndex(same);
    const size = spec.controls.reduce((n, { positions, options }) => n * (positions ?? Object.keys(options)).length, 1);
    if (off >= 0) return [{ ...values }, size + off];
    const found = {};
    let number = 0;
    for (const control of spec.controls) {
      const all = control.positions ?? Object.keys(control.options);
      const at = control.positions ? toPosition(control, values[control.name]) : all.indexOf(values[control.name]);
      found[control.name] = all[at];
      number = number * all.length + at;
    }
    return [found, number];
  }

  answer(frame) {
    this.data.frame = { ...this.data.frame, ...frame };
    this.data.reached ||= this.data.frame.goal;
    this.tell("change:frame");
  }

  async save_changes() {
    const { id, values } = this.data.request;
    const [found, number] = this.find(values);
    const frame = this.read(await this.line(number));
    this.answer(frame.error ? { id, error: frame.error } : { ...frame, id, values: found });
    setTimeout(() => this.unpackAround(found));
  }

  // What lies one step away is unpacked meanwhile: the next step of a hand waits for nothing.
  unpackAround(values) {
    for (const { name, positions = [] } of this.record.spec.controls) {
      const at = positions.indexOf(values[name]);
      const steps = at < 0 ? [] : [positions[at - 1], positions[at + 1]];
      steps.filter((one) => one !== undefined).forEach((one) => this.line(this.find({ ...values, [name]: one })[1]));
    }
  }

  async send({ sound, values }) {
    if (sound === undefined) return;
    const file = this.record.sounds[this.find(values)[1]]?.[sound];
    if (file) this.tell("msg:custom", { sound }, [await new Response(unpacked(file)).arrayBuffer()]);
    else this.answer({ error: WORDS.presets_alone });
  }

  unlock() {
    this.data.locked = "";
    this.tell("change:locked");
  }
}
