import logging

# What matplotlib says on its first start ("building the font cache") would stand in red above a lesson, as if something
# were wrong, and in a browser's Python every start is the first. To be said before any drawing imports matplotlib.
logging.getLogger("matplotlib.font_manager").addFilter(lambda record: "font cache" not in record.getMessage())
