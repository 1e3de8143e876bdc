// Answers the page side of an explorer as Python would, from a record made by record.py, or from its opening until the
// rest is brought.

const unpacked = (base64) =>
  new Response(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))).body.pipeThrough(new DecompressionStream("gzip"));

// What a control may be set to, and which of it is the nearest to a value.
const positionsOf = ({ positions, options }) => positions ?? Object.keys(options);
const placeOf = (control, value) => (control.positions ? toPosition(control, value) : positionsOf(control).indexOf(value));

class Recorded {
  constructor(record, locked = "") {
    this.hearers = {};
    this.lines = new Map(); // a packed chunk → its lines
    this.whole = new Promise((resolve) => { this.isWhole = resolve; });
    const values = record.spec.defaults;
    this.data = { spec: record.spec, request: { id: 0, values }, frame: { id: 0, values, ...this.read(record.first) }, locked };
    this.whole.then((all) => this.unpackAround(all, all.spec.defaults));
    if (record.frames) this.isWhole(record);
  }

  // The rest has come: the picture appears, and what was asked meanwhile is answered.
  bring(record) {
    this.data.spec = record.spec;
    this.tell("change:spec");
    this.tell("msg:custom", { forget: true }); // frames without a picture
    this.answer(this.read(record.first));
    this.isWhole(record);
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

  // One recorded frame, or what of it is heard; its chunk is unpacked when it is first needed.
  async line(number, what = "frames") {
    const { [what]: chunks, chunk } = await this.whole;
    const packed = chunks[Math.floor(number / chunk)];
    if (!this.lines.has(packed)) this.lines.set(packed, new Response(unpacked(packed)).text().then((text) => text.split("\n")));
    return (await this.lines.get(packed))[number % chunk];
  }

  // The recorded values next to these, and the number of their frame: on the grid, or where a button leads.
  find({ spec, beside }, values) {
    const same = (one) => spec.controls.every(({ name }) => one[name] === values[name]);
    const off = beside.findIndex(same);
    const size = spec.controls.reduce((n, control) => n * positionsOf(control).length, 1);
    if (off >= 0) return [{ ...values }, size + off];
    const found = {};
    let number = 0;
    for (const control of spec.controls) {
      const [all, at] = [positionsOf(control), placeOf(control, values[control.name])];
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
    const record = await this.whole;
    const { id, values } = this.data.request;
    const [found, number] = this.find(record, values);
    const frame = this.read(await this.line(number));
    this.answer(frame.error ? { id, error: frame.error } : { ...frame, id, values: found });
    this.unpackAround(record, found);
  }

  // What lies one step away is unpacked meanwhile, from the start: the next step of a hand waits for nothing.
  unpackAround(record, values) {
    setTimeout(() => {
      for (const control of record.spec.controls) {
        const [all, at] = [positionsOf(control), placeOf(control, values[control.name])];
        const steps = [all[at - 1], all[at + 1]].filter((one) => one !== undefined);
        steps.forEach((one) => this.line(this.find(record, { ...values, [control.name]: one })[1]));
      }
    });
  }

  async send({ hear, sound, values }) {
    const record = await this.whole;
    if (hear) this.tell("msg:custom", { hear: JSON.parse(await this.line(this.find(record, values)[1], "heard")) });
    if (sound === undefined) return;
    const file = record.sounds[this.find(record, values)[1]]?.[sound];
    if (file) this.tell("msg:custom", { sound }, [await new Response(unpacked(file)).arrayBuffer()]);
    else this.answer({ error: WORDS.presets_alone });
  }

  unlock() {
    this.data.locked = "";
    this.tell("change:locked");
  }
}
