// The drawings. A page says what is drawn (a point, a bar, a band) with its days and values; D3 says where it stands. Places are per cent of the width,
// so that a drawing fits every screen and every paper as it is.
import "./d3.min.js";

const d3 = globalThis.d3;
const EDGE = 6, BAND_TEXT = 13, CALENDAR_TEXT = 12, MARK_TEXT = 9;
// Labels of the calendar that fit on a telephone; shares of the width: a letter there (one of Japanese takes two), the least that is seen of a bar, where a label turns to the left.
const MOST_DAYS = 6, LETTER = 2.5, LEAST_BAR = 0.8, NEAR_END = 91, AT_END = 97;
// How much wider a drawing is that counts as wide (companion.css), at the least.
const WIDER_BY = 1.6;
const VALUES = 3;

const percent = share => `${share.toFixed(2)}%`;
const figure = d3.format("~f");

/** Draws what is not drawn yet below an element. */
export function draw(root) {
  for (const timeline of root.querySelectorAll(".timeline")) drawTimeline(timeline);
  for (const months of root.querySelectorAll(".months:not(.drawn)")) drawMonths(months);
}

function drawTimeline(timeline) {
  const x = d3.scaleUtc([new Date(timeline.dataset.first), new Date(timeline.dataset.last)], [0, 100]).clamp(true);
  const calendar = daysToLabel(x);
  for (const plot of timeline.querySelectorAll(".plot:not(.drawn)")) {
    const svg = d3.select(plot).classed("drawn", true);
    const ground = svg.insert("g", ":first-child");
    if (plot.closest(".calendar")) labelDays(svg, x, calendar);
    else across(ground, calendar.map(x), plot.getAttribute("height"));
    if (plot.dataset.lowest) placeValues(svg, ground, valueScale(plot));
    placeDays(svg, day => x(new Date(day)));
    joinPoints(svg);
    labelBands(svg);
  }
}

/** As many days as can be told apart, at even steps of the calendar. */
function daysToLabel(x) {
  return d3.range(MOST_DAYS, 0, -1).map(count => x.ticks(count)).find(days => days.length <= MOST_DAYS) ?? [];
}

function labelDays(svg, x, days) {
  const all = floor => days.every(day => +floor(day) === +day);
  const form = d3.utcFormat(all(d3.utcYear) ? "%Y" : all(d3.utcMonth) ? "%Y-%m" : "%m-%d");
  svg.selectAll("text").data(days).join("text").attr("class", day => x(day) > AT_END ? "tick before" : "tick")
    .attr("x", day => percent(x(day))).attr("y", CALENDAR_TEXT).text(form);
}

function across(ground, shares, height) {
  ground.selectAll("line").data(shares).join("line").attr("class", "grid").attr("x1", percent).attr("x2", percent).attr("y1", 0).attr("y2", height);
}

/** Values as heights. A scale that begins near zero begins at zero; a logarithmic one spans whole powers of ten. */
function valueScale(plot) {
  const low = Number(plot.dataset.lowest), high = Number(plot.dataset.highest), heights = [plot.getAttribute("height") - EDGE, EDGE];
  if (plot.dataset.scale === "log") return d3.scaleLog([low, Math.max(high, 10 * low)], heights).clamp(true).nice();
  const bottom = low >= 0 && low <= high / 2 ? 0 : low;
  const room = high > bottom ? 0 : Math.abs(high) / 10 || 1;
  return d3.scaleLinear([Math.max(bottom - room, bottom < 0 ? -Infinity : 0), high + room], heights).clamp(true).nice(VALUES);
}

function valuesToLabel(y) {
  if (!y.base) return y.ticks(VALUES);
  const [low, high] = y.domain().map(value => Math.round(Math.log10(value)));
  return d3.range(low, high + 1).map(power => 10 ** power);
}

function placeValues(svg, ground, y) {
  const [bottom, top] = y.domain();
  svg.selectAll(".healthy").attr("y", function () { return y(this.dataset.high ?? top); })
    .attr("height", function () { return y(this.dataset.low ?? bottom) - y(this.dataset.high ?? top); });
  for (const value of valuesToLabel(y)) {
    ground.append("line").attr("class", "grid").attr("x1", 0).attr("x2", "100%").attr("y1", y(value)).attr("y2", y(value));
    ground.append("text").attr("class", "scale-value").attr("x", 0).attr("y", y(value)).text(figure(value));
  }
  svg.selectAll("[data-value]").attr("cy", function () { return y(this.dataset.value); });
}

function placeDays(svg, at) {
  svg.selectAll("circle[data-day]").attr("cx", function () { return percent(at(this.dataset.day)); });
  svg.selectAll("line[data-day]").attr("x1", function () { return percent(at(this.dataset.day)); }).attr("x2", function () { return percent(at(this.dataset.day)); });
  svg.selectAll("circle[data-label]").each(function () {
    const share = at(this.dataset.day);
    svg.append("text").attr("class", share > NEAR_END ? "event before" : "event").attr("x", percent(share)).attr("y", MARK_TEXT).text(this.dataset.label);
  });
  svg.selectAll("rect[data-from]").each(function () {
    const from = at(this.dataset.from);
    this.share = Math.max(at(this.dataset.to) - from, LEAST_BAR);
    d3.select(this).attr("x", percent(from)).attr("width", percent(this.share));
  });
}

/** A line from each value of a marker to its next, below the points. */
function joinPoints(svg) {
  const course = svg.insert("g", ".point");
  for (const [series, points] of d3.group(svg.selectAll(".point"), point => point.dataset.series))
    course.selectAll(`.series-${series}`).data(d3.pairs(points)).join("line").attr("class", `course series-${series}`)
      .attr("x1", ([from]) => from.getAttribute("cx")).attr("y1", ([from]) => from.getAttribute("cy"))
      .attr("x2", ([, to]) => to.getAttribute("cx")).attr("y2", ([, to]) => to.getAttribute("cy"));
}

/** The name of a band within it, where there is room for it. */
function labelBands(svg) {
  svg.selectAll("rect[data-label]").each(function () {
    const needed = LETTER * (1 + d3.sum(this.dataset.label, letter => letter < "\u2e80" ? 1 : 2));
    if (this.share <= needed / WIDER_BY) return;
    svg.append("text").attr("class", this.share > needed ? "on-band" : "on-band wide-only").attr("x", this.getAttribute("x")).attr("y", BAND_TEXT).text(this.dataset.label);
  });
}

/** Cards of a rule month by month. */
function drawMonths(months) {
  const x = d3.scaleBand(months.dataset.months.split(" "), [0, 100]).paddingInner(0.2);
  const y = d3.scaleLinear([0, Number(months.dataset.highest)], [months.getAttribute("height"), 0]).clamp(true);
  d3.select(months).classed("drawn", true).selectAll("rect").attr("x", function () { return percent(x(this.dataset.month)); }).attr("width", percent(x.bandwidth()))
    .attr("y", function () { return y(this.dataset.high); }).attr("height", function () { return y(this.dataset.low) - y(this.dataset.high); });
}
