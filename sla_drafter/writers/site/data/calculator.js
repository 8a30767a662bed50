/* Works out a credit in whole numbers (BigInt): a value that lies on a border is found there, to the last digit.
   A fraction is {n, d}: numerator and denominator, d above nothing. Values and credits are counted in the units of a
   per cent, money in the parts of the currency; both stand in SITE. */
"use strict";
(() => {
  const words = SITE.words;
  const element = (id) => document.getElementById(id);
  const [form, level, start, whole, part] = ["sum", "level", "start", "whole", "part"].map(element);
  const power = (places) => 10n ** BigInt(places);

  /* --- exact numbers */
  const floor = (n, d) => n / d - (n % d < 0n ? 1n : 0n);
  const least = (one, other) => (one.n * other.d <= other.n * one.d ? one : other);
  const ROUND = {
    down: (n, d) => floor(n, d),
    half_up: (n, d) => floor(2n * n + d, 2n * d),
    half_even: (n, d) => {
      const below = floor(n, d), twice = 2n * (n - below * d);
      return twice > d || (twice === d && below % 2n === 1n) ? below + 1n : below;
    },
  };

  /* --- figures as they are typed */
  const COUNT = /^\d{1,15}$/;
  const MINUTES = /^(\d{1,9})(?:\.(\d{1,9}))?$/;
  const CLOCK = /^(\d{1,9}):([0-5]\d)(?:\.(\d{1,9}))?$/;
  const read = (typed, isTime) => {
    const text = typed.trim();
    if (!isTime) return COUNT.test(text) ? { n: BigInt(text), d: 1n } : null;
    const minutes = MINUTES.exec(text), clock = CLOCK.exec(text);
    const [, before, after = ""] = minutes || [];
    if (minutes) return { n: BigInt(before + after), d: power(after.length) };
    if (!clock) return null;
    const [, whole, seconds, rest = ""] = clock;
    const scale = power(rest.length);
    return { n: BigInt(whole) * 60n * scale + BigInt(seconds + rest), d: 60n * scale };
  };

  /* --- figures as they are shown: what comes after the places is cut off and marked, never rounded */
  const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, words.group);
  const number = ({ n, d }, places, fewest = 0) => {
    const scaled = n * power(places), more = scaled % d !== 0n;
    const digits = (scaled / d).toString().padStart(places + 1, "0");
    const cut = digits.length - places;
    let after = digits.slice(cut);
    if (!more) after = after.replace(/0+$/, "").padEnd(fewest, "0");
    return grouped(digits.slice(0, cut)) + (after ? words.point + after : "") + (more ? "…" : "");
  };
  const fill = (pattern, blanks) => pattern.replace(/\{(\w+)\}/g, (blank, name) => (name in blanks ? blanks[name] : blank));
  const say = (key, blanks) => fill(words[key], blanks);
  const percent = (units, sum) => fill(words.percent, { n: number({ n: units.n, d: units.d * BigInt(sum.units) }, 5) });
  const money = (parts, sum) =>
    fill(sum.words.money, { n: number({ n: parts.n, d: parts.d * BigInt(sum.parts) }, Math.max(4, sum.digits), sum.digits) });

  /* --- the sum */
  const holds = (rung, { n, d }) => {
    const low = rung.low === null ? null : BigInt(rung.low) * d, high = rung.high === null ? null : BigInt(rung.high) * d;
    return (low === null || low < n || (rung.lowIncluded && low === n))
      && (high === null || n < high || (rung.highIncluded && high === n));
  };
  const attained = (sum, all, failed) =>
    ({ n: 100n * BigInt(sum.units) * (all.n * failed.d - failed.n * all.d), d: all.n * failed.d });
  const reported = (value, step) => ({ n: ROUND.half_up(value.n, value.d * step) * step, d: 1n });

  const work = (sum, all, failed) => {
    const steps = [], target = { n: BigInt(sum.target), d: 1n };
    let value = attained(sum, all, failed);
    const unit = (figure) => number(figure, 5);
    steps.push(say("step_value", { whole: unit(all), part: unit(failed), value: percent(value, sum) }));
    if (sum.quantum !== null) {
      value = reported(value, BigInt(sum.quantum));
      steps.push(say("step_reported", { value: percent(value, sum) }));
    }
    const met = sum.atLeast ? value.n >= target.n * value.d : value.n <= target.n * value.d;
    steps.push(say("step_target", { target: sum.words.target, result: met ? words.met : words.missed }));
    const found = { value: percent(value, sum), target: sum.words.target };
    if (met) return { answer: say("sum_met", found), state: "met", steps };
    const rung = sum.rungs.find((each) => holds(each, value));
    if (!rung) return { answer: say("sum_missed_free", found), state: "missed", steps: [...steps, words.step_no_band] };
    return { answer: say("sum_missed", { ...found, amount: paid(sum, rung, steps) }), state: "missed", steps };
  };

  const paid = (sum, rung, steps) => {
    const credit = percent({ n: BigInt(rung.credit), d: 1n }, sum);
    let amount = { n: BigInt(sum.fee) * BigInt(rung.credit), d: 100n * BigInt(sum.units) };
    steps.push(say("step_band", { band: rung.words, credit }));
    steps.push(say("step_amount", { credit, fee: sum.words.fee, amount: money(amount, sum) }));
    for (const limit of sum.limits) {
      const most = { n: BigInt(limit.most), d: 1n };
      amount = least(amount, most);
      steps.push(say("step_limit", { limit: limit.words, most: money(most, sum), amount: money(amount, sum) }));
    }
    const minor = ROUND[sum.rounding](amount.n * power(sum.digits), amount.d * BigInt(sum.parts));
    const due = money({ n: minor * BigInt(sum.parts), d: power(sum.digits) }, sum);
    steps.push(say("step_rounding", { rounding: sum.words.rounding, amount: due }));
    return due;
  };

  /* --- the page */
  const chosen = () => SITE.sums[level.selectedIndex];
  const fault = (sum, all, failed) => {
    if (!all) return [whole, say("sum_not_a_number", { what: sum.words.whole })];
    if (all.n === 0n) return [whole, say("sum_of_nothing", { what: sum.words.whole })];
    if (!failed) return [part, say("sum_not_a_number", { what: sum.words.part })];
    if (failed.n * all.d > all.n * failed.d) return [part, say("sum_too_much", { part: sum.words.part, whole: sum.words.whole })];
    return null;
  };
  const show = () => {
    const sum = chosen(), [all, failed] = [whole, part].map((field) => read(field.value, sum.isTime));
    const wrong = fault(sum, all, failed);
    const { answer, state, steps } = wrong ? { answer: wrong[1], state: "wrong", steps: [] } : work(sum, all, failed);
    for (const field of [whole, part]) field.setAttribute("aria-invalid", String(Boolean(wrong && wrong[0] === field)));
    element("answer").textContent = answer;
    element("answer").className = state;
    element("steps").replaceChildren(...steps.map((step) => Object.assign(document.createElement("li"), { textContent: step })));
    element("steps-title").hidden = steps.length === 0;
  };
  const offer = (list, names) =>
    list.replaceChildren(...names.map((name) => Object.assign(document.createElement("option"), { textContent: name })));
  const begin = () => {
    const from = chosen().starts[start.selectedIndex - 1];
    if (from) [whole.value, part.value] = [from.whole, from.part];
    show();
  };
  const enter = () => {
    const sum = chosen();
    for (const [field, name] of [[whole, sum.words.whole], [part, sum.words.part]]) {
      element(`${field.id}-label`).textContent = sum.isTime ? say("in_minutes_field", { what: name }) : name;
      element(`${field.id}-hint`).textContent = sum.isTime ? words.minutes_hint : words.count_hint;
      field.inputMode = sum.isTime ? "text" : "numeric";
    }
    offer(start, [words.own_figures, ...sum.starts.map((each) => each.words)]);
    start.selectedIndex = sum.starts.length ? 1 : 0;
    begin();
  };

  offer(level, SITE.sums.map((sum) => sum.name));
  level.addEventListener("change", enter);
  start.addEventListener("change", begin);
  for (const field of [whole, part]) {
    field.addEventListener("input", () => { start.selectedIndex = 0; show(); });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  enter();
  form.hidden = false;
})();
