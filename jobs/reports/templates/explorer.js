'use strict';
// The page of all figures: it draws what its address asks for, from the data that stand in it.
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const $ = (id) => document.getElementById(id);
  // A name that is read from right to left must not draw the sentence around it to its side.
  const turns = (text) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/.test(text.replace(/\u2068[^\u2069]*\u2069/g, ''));
  const isolated = (name) => (typeof name === 'string' && turns(name) ? `\u2068${name}\u2069` : name);
  const say = (key, names = {}) => data.words[key].replace(/\{(\w+)\}/g, (all, name) => isolated(names[name]) ?? all);
  const PERIODS = ['month', 'rolling_year'];
  const MOST_LINES = 6;
  const NO_BREAK = '\u00a0';
  const YEAR = 12;
  /** What is known from here on lacks nothing that matters. */
  const COMPLETE = 0.9995;

  // The data

  const columns = new Map();
  const column = (number) => {
    if (!columns.has(number)) {
      columns.set(number, data.columns[number].split(','));
    }
    return columns.get(number);
  };
  const all = data.series.map(([kpi, scope, period, ...cells], number) => ({number, kpi, scope, period, cells}));
  const found = new Map(all.map((series) => [`${series.kpi}/${series.period}/${series.scope}`, series]));
  const seriesOf = (kpi, period, scope) => found.get(`${kpi}/${period}/${scope}`);
  const kindOf = (scope) => data.kinds[data.scopes[scope][0]];
  const idOf = (scope) => `${kindOf(scope).code}:${data.scopes[scope][1]}`;
  const nameOf = (scope) => data.scopes[scope][2];
  const scopeNumbers = new Map(data.scopes.map((scope, number) => [idOf(number), number]));
  // Of a figure whose scopes found no room in the page there is nothing to choose.
  const told = new Set(all.map((series) => series.kpi));
  const kpiNumbers = new Map(data.kpis.map((kpi, number) => [kpi.id, number]).filter(([, number]) => told.has(number)));
  const sections = data.sections.map((section) => ({...section, kpis: section.kpis.filter((kpi) => told.has(kpi))})).filter((section) => section.kpis.length);
  const changesOf = new Map();
  for (const [series, against, cause, amounts] of data.changes) {
    changesOf.set(series, [...(changesOf.get(series) ?? []), {against, cause, amounts}]);
  }
  const restatedOf = new Map(data.restated.map(([series, month, whys]) => [`${series}/${month}`, whys]));

  /** The text of a value with all its digits; empty where it is not known. */
  const exact = (numerator, denominator, value, reason) => {
    if (value === '-') {
      return '';
    }
    if (value || reason) {
      return value;
    }
    return denominator === '' ? numerator : String(Math.round(numerator / denominator * 1e9) / 1e9);
  };

  /** What is told of a series in a month; null where there is nothing. */
  const rowOf = (series, month) => {
    if (!series || month < 0 || month >= data.months.length) {
      return null;
    }
    const [numerator, denominator, told, coverage, measured, reason, factors, provisional, edition] =
      series.cells.map((number) => column(number)[month]);
    if (edition === '') {
      return null;
    }
    const text = exact(numerator, denominator, told, reason);
    return {
      series, month, numerator, denominator, text, coverage, measured, edition,
      value: text === '' ? null : Number(text),
      reason: reason === '' ? null : data.reasons[reason],
      factors: factors === '' ? [] : data.factorLists[factors].map((factor) => data.factors[factor]),
      isProvisional: provisional === '1',
    };
  };
  const isEstimated = (row) =>
    [row.measured, row.coverage].some((share) => share !== '' && Number(share) < COMPLETE);

  const capital = (text) => text.slice(0, 1).toLocaleUpperCase(data.language) + text.slice(1);

  // Numbers as the report writes them

  const plainly = (text) => {
    const [, sign, whole, rest] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
    if (whole === undefined) {
      return text;
    }
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
    const isZero = /^0*$/.test(whole + (rest ?? ''));
    return (sign && !isZero ? '\u2212' : '') + grouped + (rest ? data.decimal + rest : '');
  };
  const shown = (kpi, value) => (kpi.isShare ? value * 100 : value);
  /** Digits after the point of a value as it is shown; of a rate, such as one a day, one more. */
  const decimalsOf = (kpi, value, per = 'none') => {
    const more = per === 'none' ? 0 : 1;
    if (kpi.isShare) {
      return Math.max(0, kpi.decimals - 2) + more;
    }
    return (kpi.isWholeFromHundred && Math.abs(value) >= 100 ? 0 : kpi.decimals) + more;
  };
  const rounded = (kpi, value, per = 'none') => {
    const decimals = decimalsOf(kpi, shown(kpi, value), per);
    const text = shown(kpi, value).toFixed(decimals);
    return kpi.isShare && Number(text) >= 100 && value < 1 - 1e-9 ? (100 - 10 ** -decimals).toFixed(decimals) : text;
  };
  const bare = (kpi, value) => (kpi.isLabel ? String.fromCharCode(64 + Math.round(value)) : plainly(rounded(kpi, value)));
  const withUnit = (text, unit) => (unit ? text + NO_BREAK + unit : text);
  const valueText = (kpi, value) => withUnit(bare(kpi, value), kpi.shownUnit);
  const perText = (text, per) => (per === 'none' ? text : say(`per.${per}`, {value: text}));
  const rateText = (kpi, value, per) => (per === 'none' ? valueText(kpi, value) : perText(withUnit(plainly(rounded(kpi, value, per)), kpi.shownUnit), per));
  const percent = (share) => {
    if (Number(share) >= 1 - 1e-9) {
      return `100${NO_BREAK}%`;
    }
    const decimals = share >= 0.99 ? 1 : 0;
    const scale = 10 ** decimals;
    return plainly((Math.floor((share * 100 + 1e-9) * scale) / scale).toFixed(decimals)) + NO_BREAK + '%';
  };
  const signed = (text) => (text.startsWith('\u2212') || /^[0.,]*$/.test(text) ? text : `+${text}`);

  /** Sums that differ in how much is known of them are not compared. */
  const areAlike = (kpi, now, then) =>
    !kpi.isUnfilled || Math.abs((now.coverage || 1) - (then.coverage || 1)) <= 0.02;

  /**
   * How far a value is from another: of volumes of months that are not as long, by what they go by.
   * Null where the two cannot be compared.
   */
  const difference = (kpi, now, then) => {
    if (!now || !then || now.value === null || then.value === null || kpi.isLabel || !areAlike(kpi, now, then)) {
      return null;
    }
    const lengths = now.series.period === 0 ? data.lengths[kpi.per] : undefined;
    const isSameLength = !lengths || lengths[now.month] === lengths[then.month];
    const per = isSameLength ? 'none' : kpi.per;
    const [value, base] = isSameLength ? [now.value, then.value] : [now.value / lengths[now.month], then.value / lengths[then.month]];
    const change = value - base;
    const baseText = rateText(kpi, base, per);
    if (rounded(kpi, value, per) === rounded(kpi, base, per)) {
      return {text: say('same'), part: '', tone: '', baseText};
    }
    const digits = Math.max(decimalsOf(kpi, shown(kpi, value), per), decimalsOf(kpi, shown(kpi, base), per));
    const text = signed(plainly((rounded(kpi, value, per) - rounded(kpi, base, per)).toFixed(digits)));
    const isNotable = Math.abs(change) >= 0.01 * Math.abs(base);
    const isAboveNoise = Math.abs(shown(kpi, base)) >= 10 * 10 ** -decimalsOf(kpi, shown(kpi, base), per);
    const size = Math.abs(change / base * 100);
    const part = isNotable && isAboveNoise && !kpi.isShare
      ? signed(plainly((Math.sign(change) * size).toFixed(size < 9.95 ? 1 : 0))) + `${NO_BREAK}%`
      : '';
    const isBetter = kpi.better === 'lower' ? change < 0 : change > 0;
    const tone = !isNotable || kpi.better === 'context' ? '' : isBetter ? 'better' : 'worse';
    return {text: perText(withUnit(text, kpi.isShare ? say('points') : kpi.shownUnit), per), part, tone, baseText};
  };

  // What the address asks for

  const hash = () => new URLSearchParams(location.hash.slice(1));
  const monthNumber = (text, other) => {
    const number = data.months.indexOf(text);
    return number < 0 ? other : number;
  };
  const scopesOf = (kpi, period) =>
    all.filter((series) => series.kpi === kpi && series.period === period).map((series) => series.scope);

  const asked = () => {
    const parts = hash();
    const last = data.months.length - 1;
    const kpi = kpiNumbers.get(parts.get('kpi')) ?? null;
    let period = Math.max(0, PERIODS.indexOf(parts.get('period')));
    if ((kpi === null ? overviewScopes(period) : scopesOf(kpi, period)).length === 0) {
      period = 1 - period;
    }
    const scopes = kpi === null ? overviewScopes(period) : scopesOf(kpi, period);
    const wanted = scopeNumbers.get(parts.get('scope') ?? 'organisation:all');
    const scope = scopes.includes(wanted) ? wanted : scopes[0];
    const to = monthNumber(parts.get('to'), last);
    const from = Math.min(to, monthNumber(parts.get('from'), Math.max(0, last - 24)));
    const others = parts.getAll('with').map((id) => scopeNumbers.get(id))
      .filter((other) => other !== scope && scopes.includes(other))
      .slice(0, MOST_LINES - 1);
    const month = Math.min(to, Math.max(from, monthNumber(parts.get('month'), to)));
    return {kpi, period, scope, from, to, others, before: parts.get('before') === '1', month, isMonthAsked: parts.has('month')};
  };
  const addressOf = (changes) => {
    const state = {...asked(), ...changes};
    const parts = new URLSearchParams();
    if (state.kpi !== null) {
      parts.set('kpi', data.kpis[state.kpi].id);
    }
    parts.set('scope', idOf(state.scope));
    parts.set('period', PERIODS[state.period]);
    parts.set('from', data.months[state.from]);
    parts.set('to', data.months[state.to]);
    state.others.forEach((other) => parts.append('with', idOf(other)));
    if (state.before) {
      parts.set('before', '1');
    }
    if (state.isMonthAsked && state.kpi !== null) {
      parts.set('month', data.months[state.month]);
    }
    return `#${parts}`;
  };
  const go = (changes) => { location.hash = addressOf(changes); };
  const overviewScopes = (period) => [...new Set(all.filter((series) => series.period === period).map((series) => series.scope))];

  // Elements

  const SVG = 'http://www.w3.org/2000/svg';
  const fill = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (name === 'click') {
        element.addEventListener('click', value);
      } else if (value !== null && value !== false) {
        element.setAttribute(name, value === true ? '' : value);
      }
    }
    element.append(...children.flat().filter((child) => child !== null && child !== ''));
    return element;
  };
  const el = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
  const svg = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);
  const link = (text, changes, attributes = {}) => el('a', {href: addressOf(changes), ...attributes}, text);
  const option = (value, text, isChosen) => {
    const made = el('option', {value}, text);
    made.selected = isChosen;
    return made;
  };

  /** A table whose rows stand below each other on a small screen. */
  const table = (heads, rows, caption) => el('table', {class: 'wide'},
    caption ? el('caption', {}, caption) : '',
    el('thead', {}, el('tr', {}, heads.map(({text, isNumber}) => el('th', {scope: 'col', class: isNumber ? 'n' : null}, text)))),
    el('tbody', {}, rows.map(({cells, isChosen}) => el('tr', {class: isChosen ? 'chosen' : null}, cells.map((cell, at) =>
      el('td', {class: cell.kind ?? (heads[at].isNumber ? 'n' : null), 'data-label': at && heads[at].text ? heads[at].text : null}, cell.content ?? cell))))));
  const head = (text, isNumber = false) => ({text, isNumber});

  // Charts

  const shapes = [
    (x, y, r) => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
    (x, y, r) => `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`,
    (x, y, r) => `M${x} ${y - r - 1}l${r + 1} ${2 * r}h${-2 * r - 2}z`,
    (x, y, r) => `M${x} ${y - r - 1}l${r + 1} ${r + 1}l${-r - 1} ${r + 1}l${-r - 1} ${-r - 1}z`,
    (x, y, r) => `M${x} ${y + r + 1}l${r + 1} ${-2 * r}h${-2 * r - 2}z`,
    (x, y, r) => `M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`,
  ];
  const shape = (line, x, y, isOpen) =>
    svg('path', {class: `mark ${line.look}${isOpen ? ' open' : ''}`, d: shapes[line.shape](x, y, 3)});

  const ticksOf = (low, high) => {
    const rough = (high - low) / 4 || Math.abs(high) / 4 || 1;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough);
    const ticks = [];
    for (let at = Math.floor(low / step); at <= Math.ceil(high / step); at++) {
      ticks.push(at * step);
    }
    return ticks.length > 1 ? ticks : [ticks[0], ticks[0] + step];
  };
  const tickText = (kpi, tick, step) => {
    if (kpi.isLabel) {
      return Number.isInteger(tick) && tick > 0 ? bare(kpi, tick) : '';
    }
    const size = kpi.isShare ? step * 100 : step;
    return plainly(shown(kpi, tick).toFixed(Math.max(0, -Math.floor(Math.log10(size) + 1e-9)))) + (kpi.isShare ? `${NO_BREAK}%` : '');
  };
  /** Three letters, or as many as it takes to tell the months of the language apart. */
  const letters = [3, 4, 5].find((count) => new Set(data.monthNames.slice(0, YEAR).map((name) => name.slice(0, count))).size === Math.min(YEAR, data.monthNames.length)) ?? 5;
  const shortMonth = (month) => capital(data.monthNames[month].split(' ')[0]).slice(0, letters);
  const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

  /** Lines of rows, one for each month; columns where it is one line of amounts. */
  const plot = (state, kpi, lines, goal, description) => {
    const width = Math.max(280, $('chart').clientWidth || 900);
    const height = Math.round(Math.min(380, Math.max(210, width * 0.36)));
    const values = lines.flatMap((line) => line.rows).filter((row) => row && row.value !== null).map((row) => row.value);
    const isColumns = kpi.isAmount && lines.filter((line) => !line.isPast).length === 1;
    const range = [...values, ...(goal ? [Number(goal.target)] : []), ...(isColumns ? [0] : [])];
    const ticks = ticksOf(Math.min(...range), Math.max(...range));
    const step = ticks[1] - ticks[0];
    const labels = ticks.map((tick) => tickText(kpi, tick, step));
    const left = 12 + 7 * Math.max(...labels.map((label) => label.length));
    const isNamed = lines.length > 1 && width >= 640;
    const right = isNamed ? 150 : 24;
    const [top, bottom] = [22, 36];
    const count = state.to - state.from + 1;
    const band = (width - left - right) / count;
    const x = (index) => left + (index + 0.5) * band;
    const y = (value) => top + (height - top - bottom) * (1 - (value - ticks[0]) / (ticks[ticks.length - 1] - ticks[0]));
    const base = y(Math.max(ticks[0], Math.min(0, ticks[ticks.length - 1])));
    const parts = [svg('rect', {class: 'chosen', x: left + (state.month - state.from) * band, y: top - 6, width: band, height: height - top - bottom + 6})];
    ticks.forEach((tick, at) => {
      parts.push(svg('line', {class: 'grid', x1: left, x2: width - right, y1: y(tick), y2: y(tick)}));
      parts.push(svg('text', {x: left - 8, y: y(tick) + 4, 'text-anchor': 'end'}, labels[at]));
    });
    const every = Math.ceil(30 / band);
    for (let index = 0; index < count; index++) {
      const month = state.from + index;
      const isYear = index === 0 || data.months[month].endsWith('-01');
      if (index % every === 0) {
        parts.push(svg('text', {x: x(index), y: height - bottom + 16, 'text-anchor': 'middle'}, shortMonth(month)));
      }
      if (isYear) {
        parts.push(svg('text', {x: x(index), y: height - 5, 'text-anchor': 'middle'}, data.months[month].slice(0, 4)));
      }
    }
    if (goal) {
      const at = y(Number(goal.target));
      parts.push(svg('line', {class: 'target', x1: left, x2: width - right, y1: at, y2: at}));
    }
    for (const line of lines) {
      parts.push(...(isColumns && !line.isPast ? bars(line, x, y, base, band) : drawn(line, x, y)));
    }
    if (goal) {
      const text = say('target_line', {month: goal.month, value: valueText(kpi, Number(goal.target))});
      parts.push(svg('text', {class: 'name aim', x: left + 4, y: y(Number(goal.target)) - 5}, text));
    }
    parts.push(svg('line', {class: 'axis', x1: left, x2: width - right, y1: base, y2: base}));
    if (goal) {
      const text = say('target_line', {month: goal.month, value: valueText(kpi, Number(goal.target))});
      parts.push(svg('text', {class: 'name', x: left + 4, y: y(Number(goal.target)) - 5}, text));
    }
    const ends = lines.map((line) => ({line, at: line.rows.findLastIndex((row) => row && row.value !== null)})).filter((end) => end.at >= 0);
    if (lines.length === 1 && ends.length) {
      const row = ends[0].line.rows[ends[0].at];
      const isLow = row.value < 0;
      const text = bare(kpi, row.value);
      const middle = Math.min(x(ends[0].at), width - 2 - text.length * 3.6);
      parts.push(svg('text', {class: 'value', x: middle, y: y(row.value) + (isLow ? 18 : -9), 'text-anchor': 'middle'}, text));
    }
    if (isNamed) {
      let free = 0;
      ends.map((end) => ({...end, y: y(end.line.rows[end.at].value)})).sort((one, other) => one.y - other.y).forEach((end) => {
        free = Math.max(end.y + 4, free + 14);
        parts.push(svg('text', {class: 'name', x: width - right + 8, y: free}, short(end.line.name, 20)));
      });
    }
    for (let index = 0; index < count; index++) {
      const said = lines.map((line) => `${line.name}: ${line.rows[index] ? rowText(kpi, line.rows[index]) : say('nothing')}`).join('\n');
      parts.push(svg('rect', {class: 'hit', x: left + index * band, y: top - 6, width: band, height: height - top - bottom + 6, click: () => go({month: state.from + index, isMonthAsked: true})},
        svg('title', {}, `${capital(data.monthNames[state.from + index])}\n${said}`)));
    }
    return svg('svg', {class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': description}, parts);
  };
  const bars = (line, x, y, base, band) => line.rows.flatMap((row, index) => {
    if (!row || row.value === null) {
      return [];
    }
    const width = Math.min(36, band * 0.64);
    return [svg('rect', {class: isEstimated(row) ? 'column open' : 'column', x: x(index) - width / 2, width, y: Math.min(base, y(row.value)), height: Math.abs(base - y(row.value))})];
  });
  const drawn = (line, x, y) => {
    const path = line.rows.map((row, index) => {
      const isThere = row && row.value !== null;
      const isAfterGap = index === 0 || !line.rows[index - 1] || line.rows[index - 1].value === null;
      return isThere ? `${isAfterGap ? 'M' : 'L'}${x(index)} ${y(row.value)}` : '';
    }).join('');
    const marks = line.rows.flatMap((row, index) => (row && row.value !== null ? [shape(line, x(index), y(row.value), isEstimated(row))] : []));
    return [svg('path', {class: `line ${line.look}`, d: path || 'M0 0'}), ...marks];
  };
  const spark = (rows) => {
    const values = rows.map((row) => (row ? row.value : null));
    const known = values.filter((value) => value !== null);
    if (known.length < 2) {
      return '';
    }
    const [low, high] = [Math.min(...known), Math.max(...known)];
    const at = (value, index) => `${(index / (values.length - 1) * 100).toFixed(1)} ${(22 - (high === low ? 0.5 : (value - low) / (high - low)) * 20).toFixed(1)}`;
    const path = values.map((value, index) => (value === null ? '' : `${index === 0 || values[index - 1] === null ? 'M' : 'L'}${at(value, index)}`)).join('');
    return svg('svg', {class: 'spark', viewBox: '0 0 100 24', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false'}, svg('path', {d: path}));
  };

  // Texts of a row

  const reasonText = (row) => (row.reason ? row.reason.text : say('not_known'));
  const rowText = (kpi, row) => (row.value === null ? reasonText(row) : valueText(kpi, row.value));
  const coverageText = (row) => {
    if (row.coverage === '') {
      return '';
    }
    const coverage = percent(row.coverage);
    if (row.value === null || row.measured === '') {
      return say('coverage.known', {coverage});
    }
    if (Number(row.measured) >= COMPLETE) {
      return say('coverage.measured', {coverage});
    }
    return Number(row.measured) === 0
      ? say('coverage.modelled', {coverage})
      : say('coverage.mixed', {coverage, measured: percent(row.measured)});
  };
  const whysOf = (row) => (restatedOf.get(`${row.series.number}/${row.month}`) ?? []).map((why) => data.whys[why].name);
  const remarks = (row) => [
    row.isProvisional ? say('provisional') : '',
    Number(row.edition) > 1 ? say('edition', {edition: row.edition}) + (whysOf(row).length ? ` (${whysOf(row).join(', ')})` : '') : '',
  ].filter(Boolean).join(' · ');
  const toneText = (change) => (change.tone ? el('span', {class: change.tone}, ` ${say(change.tone)}`) : '');
  const yearBefore = (kpi, row) => {
    const change = row && difference(kpi, row, rowOf(row.series, row.month - YEAR));
    return change ? el('span', {}, change.part || change.text, toneText(change)) : '';
  };
  const scopeText = (scope) => (kindOf(scope).code === 'organisation' ? nameOf(scope) : `${capital(kindOf(scope).name)}: ${nameOf(scope)}`);
  const periodText = (period, month) => (period === 0 ? data.monthNames[month] : say('twelve_months_to', {month: data.monthNames[month]}));

  // Controls

  const fillSelect = (id, children) => $(id).replaceChildren(...children);
  const matches = (kpi, wanted) => `${kpi.title} ${kpi.id}`.toLocaleLowerCase(data.language).includes(wanted);
  const fillKpis = (state) => {
    const wanted = $('find').value.trim().toLocaleLowerCase(data.language);
    const groups = sections.map((section) => el('optgroup', {label: section.title},
      section.kpis.filter((kpi) => kpi === state.kpi || matches(data.kpis[kpi], wanted))
        .map((kpi) => option(data.kpis[kpi].id, data.kpis[kpi].title, kpi === state.kpi))));
    fillSelect('kpi', [option('', say('all_figures'), state.kpi === null), ...groups.filter((group) => group.children.length)]);
  };
  const fillScopes = (state, scopes) => {
    const kinds = [...new Set(scopes.map(kindOf))];
    fillSelect('scope', kinds.map((kind) => {
      const options = scopes.filter((scope) => kindOf(scope) === kind).map((scope) => option(idOf(scope), nameOf(scope), scope === state.scope));
      return kind.code === 'organisation' ? options : el('optgroup', {label: capital(kind.name)}, options);
    }).flat());
  };
  const fillOthers = (state, scopes) => {
    const others = scopes.filter((scope) => scope !== state.scope);
    $('others').hidden = others.length === 0;
    if (state.others.length) {
      $('others').open = true;
    }
    const isFull = state.others.length >= MOST_LINES - 1;
    $('others-list').replaceChildren(...others.map((scope) => {
      const box = el('input', {type: 'checkbox', value: idOf(scope), id: `with-${scope}`});
      box.checked = state.others.includes(scope);
      box.disabled = isFull && !box.checked;
      box.addEventListener('change', () => go({others: box.checked ? [...asked().others, scope] : asked().others.filter((other) => other !== scope)}));
      return el('label', {}, box, el('span', {}, scopeText(scope)));
    }));
  };
  const fillControls = (state) => {
    const focused = document.activeElement?.id;
    fillKpis(state);
    const scopes = state.kpi === null ? overviewScopes(state.period) : scopesOf(state.kpi, state.period);
    fillScopes(state, scopes);
    const periods = [0, 1].filter((period) => state.kpi === null || scopesOf(state.kpi, period).length);
    fillSelect('period', periods.map((period) => option(PERIODS[period], say(`period_${PERIODS[period]}`), period === state.period)));
    for (const [id, chosen] of [['from', state.from], ['to', state.to]]) {
      fillSelect(id, data.monthNames.map((name, month) => option(data.months[month], capital(name), month === chosen)));
    }
    $('before').checked = state.before;
    $('before-field').hidden = state.kpi === null;
    fillOthers(state, state.kpi === null ? [] : scopes);
    if (focused && $(focused) && document.activeElement?.id !== focused) {
      $(focused).focus();
    }
  };

  // Parts of the page

  const showOverview = (state) => {
    $('overview-title').textContent = say('overview_title', {scope: scopeText(state.scope), period: periodText(state.period, state.to)});
    $('overview-note').textContent = say('overview_note');
    const heads = [head(say('figure')), head(say('value'), true), head(say('against_year'), true), head(say('known')), head(say('course')), head(say('remark'))];
    $('overview-tables').replaceChildren(...sections.flatMap((section) => {
      const rows = section.kpis.flatMap((number) => {
        const kpi = data.kpis[number];
        const series = seriesOf(number, state.period, state.scope);
        if (!series) {
          return [];
        }
        const row = rowOf(series, state.to);
        const past = range(state).map((month) => rowOf(series, month));
        return [{cells: [
          {content: link(kpi.title, {kpi: number})},
          row && row.value !== null ? valueText(kpi, row.value) : say('nothing'),
          {content: yearBefore(kpi, row), kind: 'n'},
          row && row.value !== null ? coverageText(row) : '',
          {content: spark(past), kind: 'spark-cell'},
          {content: [verdictOf(goalOf(state, number), state), row ? [row.value === null ? reasonText(row) : '', remarks(row)].filter(Boolean).join(' · ') : ''], kind: 'soft'},
        ]}];
      });
      return rows.length ? [el('h3', {}, section.title), table(heads, rows)] : [];
    }));
  };
  const range = (state) => Array.from({length: state.to - state.from + 1}, (nothing, index) => state.from + index);

  const linesOf = (state) => {
    const scopes = [state.scope, ...state.others];
    const lines = scopes.map((scope, at) => ({
      name: scopeText(scope), series: seriesOf(state.kpi, state.period, scope), look: `s${at}`, shape: at, isPast: false,
    }));
    if (state.before) {
      // Of the first one alone: twice as many lines would tell nothing any more.
      const name = scopes.length > 1 ? say('before_of', {scope: lines[0].name}) : say('year_before');
      lines.push({...lines[0], name, look: 'past', isPast: true});
    }
    return lines.map((line) => ({...line, rows: range(state).map((month) => rowOf(line.series, line.isPast ? month - YEAR : month))}));
  };

  const goalOf = (state, kpi) => data.goals.find((goal) => goal.kpi === kpi && goal.period === PERIODS[state.period]
    && goal.scope === idOf(state.scope) && goal.target !== '');

  /** How the goal stands: of the newest month alone it is known here. */
  const verdictOf = (goal, state) => (goal && state.to === data.months.length - 1
    ? el('span', {class: `verdict ${goal.verdict}`}, el('i', {'aria-hidden': 'true'}, goal.shape), `${goal.word} `)
    : '');

  const saidOf = (kpi, row) => {
    if (!row) {
      return say('said_nothing');
    }
    const month = capital(periodText(row.series.period, row.month));
    if (row.value === null) {
      return say('said_unknown', {month, reason: reasonText(row)});
    }
    const then = rowOf(row.series, row.month - YEAR);
    const change = difference(kpi, row, then);
    const coverage = row.coverage === '' ? '' : ` ${capital(coverageText(row))}.`;
    if (!change) {
      return say('said_value', {month, value: valueText(kpi, row.value)}) + coverage;
    }
    return say('said_compared', {
      month,
      value: valueText(kpi, row.value),
      change: change.part || change.text,
      before: change.baseText,
      tone: change.tone ? ` (${say(change.tone)})` : '',
    }) + coverage;
  };

  const showFigure = (state) => {
    const kpi = data.kpis[state.kpi];
    const lines = linesOf(state);
    $('figure-title').textContent = `${kpi.title}, ${scopeText(state.scope)}`;
    $('figure-said').textContent = saidOf(kpi, rowOf(lines[0].series, state.to));
    const goal = goalOf(state, state.kpi);
    const mark = verdictOf(goal, state);
    $('figure-goal').replaceChildren(...(mark ? [mark, `· ${goal.title}: ${targetText(kpi, goal)}`] : []));
    const isKnown = lines.some((line) => line.rows.some((row) => row && row.value !== null));
    const description = say('chart_text', {figure: kpi.title, scopes: lines.map((line) => line.name).join(', '), from: data.monthNames[state.from], to: data.monthNames[state.to]});
    $('chart').replaceChildren(isKnown ? plot(state, kpi, lines, goal, description) : el('p', {class: 'soft'}, say('nothing_to_draw')));
    $('legend').replaceChildren(...(lines.length > 1 ? lines : []).map((line) => el('li', {},
      svg('svg', {width: 34, height: 14, 'aria-hidden': 'true', focusable: 'false'}, svg('path', {class: `line ${line.look}`, d: 'M1 7H33'}), shape(line, 17, 7, false)), line.name)));
    $('chart-note').textContent = isKnown ? [kpi.shownUnit ? say('unit_note', {unit: kpi.shownUnit}) : '', say('open_note')].filter(Boolean).join(' ') : '';
    $('breaks').replaceChildren(...data.breaks
      .filter(([number, month]) => number === state.kpi && month > state.from && month <= state.to)
      .map(([, , text]) => el('li', {}, text)));
    $('figure-table').replaceChildren(figureTable(state, kpi, lines));
  };
  const figureTable = (state, kpi, lines) => {
    const months = range(state).reverse();
    const monthCell = (month) => ({content: link(capital(data.monthNames[month]), {month, isMonthAsked: true}, {'aria-current': month === state.month ? 'true' : null})});
    const caption = say('table_title');
    if (lines.length === 1) {
      const heads = [head(say('month')), head(say('value'), true), head(say('against_year'), true), head(say('known')), head(say('remark'))];
      return table(heads, months.map((month) => {
        const row = rowOf(lines[0].series, month);
        return {isChosen: month === state.month, cells: [
          monthCell(month),
          row && row.value !== null ? valueText(kpi, row.value) : '–',
          {content: yearBefore(kpi, row), kind: 'n'},
          row && row.value !== null ? coverageText(row) : '',
          {content: row ? [row.value === null ? reasonText(row) : '', remarks(row)].filter(Boolean).join(' · ') : say('nothing'), kind: 'soft'},
        ]};
      }), caption);
    }
    const heads = [head(say('month')), ...lines.map((line) => head(line.name, true))];
    const rows = months.map((month) => ({isChosen: month === state.month, cells: [monthCell(month), ...lines.map((line) => {
      const row = line.rows[month - state.from];
      return row && row.value !== null ? valueText(kpi, row.value) : {content: row ? reasonText(row) : '–', kind: 'r soft'};
    })]}));
    return el('div', {class: 'bar', tabindex: '0', role: 'region', 'aria-label': caption}, table(heads, rows, caption));
  };

  const commandOf = (kpi, row) => {
    const scope = idOf(row.series.scope);
    const quoted = /^[\w.:@%+-]+$/.test(scope) ? scope : `'${scope.replace(/'/g, '\'\\\'\'')}'`;
    return `wattpeil explain ${kpi.id} --month ${data.months[row.month]} --scope ${quoted}${row.series.period ? ' --period rolling_year' : ''} --language ${data.language}`;
  };
  /** A server of Wattpeil says that it explains values; of a file, or from others, there is the command alone. */
  const isExplained = /^https?:$/.test(location.protocol) &&
    performance.getEntriesByType('navigation').some(({serverTiming}) => (serverTiming ?? []).some(({name}) => name === 'wattpeil-explain'));
  const pageOf = (row, kpi) => `/explain?${new URLSearchParams({lang: data.language, kpi: kpi.id, month: data.months[row.month], scope: idOf(row.series.scope), period: PERIODS[row.series.period]})}`;
  const amountText = (text, unit) => withUnit(plainly(text), unit);
  const sumText = (kpi, row) => {
    if (row.numerator === '') {
      return '';
    }
    const numerator = amountText(row.numerator, kpi.numeratorUnit) + (kpi.numerator ? ` (${kpi.numerator})` : '');
    if (row.denominator === '') {
      return row.text === row.numerator ? '' : say('sum_known', {amount: numerator});
    }
    const denominator = amountText(row.denominator, kpi.denominatorUnit) + (kpi.denominator ? ` (${kpi.denominator})` : '');
    return `${numerator} ÷ ${denominator}${row.text ? ` = ${amountText(row.text, '')}` : ''}`;
  };
  const changeText = (kpi, row, against) => {
    const parts = (changesOf.get(row.series.number) ?? []).filter((change) => change.against === against)
      .map((change) => ({cause: data.causes[change.cause], amount: column(change.amounts)[row.month]}))
      .filter((part) => part.amount !== '')
      .sort((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
    const name = ({cause}) => (cause.code === 'numerator' && kpi.numerator) || (cause.code === 'denominator' && kpi.denominator) || cause.name;
    /** With as many digits as it takes to be more than nothing. */
    const digits = (amount) => Math.min(9, Math.max(decimalsOf(kpi, amount), Math.ceil(-Math.log10(Math.abs(amount)))));
    const amount = (part) => {
      const size = shown(kpi, Number(part.amount));
      return withUnit(signed(plainly(size.toFixed(digits(size)))), kpi.isShare ? say('points') : kpi.shownUnit);
    };
    return parts.map((part) => el('li', {}, say('change_part', {amount: amount(part), cause: name(part)})));
  };
  const partsOf = (state, kpi, row) => {
    const scopes = scopesOf(state.kpi, state.period).filter((scope) => scope !== row.series.scope);
    const kinds = [...new Set(scopes.map(kindOf))];
    return kinds.map((kind) => {
      const rows = scopes.filter((scope) => kindOf(scope) === kind)
        .map((scope) => ({scope, row: rowOf(seriesOf(state.kpi, state.period, scope), row.month)}))
        .sort((one, other) => (other.row?.value ?? -Infinity) - (one.row?.value ?? -Infinity) || (nameOf(one.scope) < nameOf(other.scope) ? -1 : 1));
      return table([head(capital(kind.name)), head(say('value'), true), head(say('known'))],
        rows.map((part) => ({cells: [
          {content: link(nameOf(part.scope), {scope: part.scope, others: [], isMonthAsked: true})},
          part.row && part.row.value !== null ? valueText(kpi, part.row.value) : {content: part.row ? reasonText(part.row) : '–', kind: 'r soft'},
          part.row && part.row.value !== null ? coverageText(part.row) : '',
        ]})));
    });
  };
  const factorTable = (row) => el('div', {class: 'factors'}, table([head(say('factor')), head(say('value')), head(say('year')), head(say('source')), head(say('licence'))],
    row.factors.map((factor) => ({cells: [factor.id, factor.value || say('factor_gone'), factor.year,
      [factor.source, factor.vintage, factor.basis, factor.grade].filter(Boolean).join(' · '), factor.licence]}))));

  const lines = (pairs) => pairs.filter(([, content]) => content && content !== '' && content.length !== 0)
    .flatMap(([title, content]) => [el('dt', {}, title), el('dd', {}, Array.isArray(content) && content[0]?.tagName === 'LI' ? el('ul', {}, content) : content)]);

  const showExplain = (state) => {
    const kpi = data.kpis[state.kpi];
    const row = rowOf(seriesOf(state.kpi, state.period, state.scope), state.month);
    $('explain-title').textContent = say('explain_title', {month: periodText(state.period, state.month)});
    const step = (month, key) => el('button', {type: 'button', disabled: month < state.from || month > state.to, click: () => go({month, isMonthAsked: true})}, say(key));
    const steps = el('p', {class: 'step'}, step(state.month - 1, 'month_back'), step(state.month + 1, 'month_on'));
    if (!row) {
      $('explain-body').replaceChildren(steps, el('p', {}, say('said_nothing')));
      return;
    }
    const report = data.reports[state.month];
    const command = commandOf(kpi, row);
    const isOrganisation = kindOf(state.scope).code === 'organisation';
    const whole = seriesOf(state.kpi, state.period, scopeNumbers.get('organisation:all'));
    const pairs = [
      [kpi.title, row.value === null ? capital(reasonText(row)) : el('span', {class: 'number'}, valueText(kpi, row.value))],
      [say('cure'), row.reason ? row.reason.cure : ''],
      [say('made_of'), sumText(kpi, row)],
      [say('known'), row.coverage === '' ? '' : `${coverageText(row)}${say('semicolon')}${say('minimum', {share: percent(kpi.minimum)})}`],
      [say('since_year'), row.value === null ? '' : changeText(kpi, row, 1)],
      [say('since_month'), row.value === null ? '' : changeText(kpi, row, 0)],
      [say('whole'), !isOrganisation && whole ? link(scopeText(whole.scope), {scope: whole.scope, others: [], isMonthAsked: true}) : ''],
      [say(isOrganisation ? 'parts' : 'beside'), partsOf(state, kpi, row)],
      [say('factors'), row.factors.length ? [factorTable(row), row.isProvisional ? el('p', {class: 'small soft'}, say('provisional_text')) : ''] : ''],
      [say('edition_title'), say('edition', {edition: row.edition}) + (whysOf(row).length ? `: ${whysOf(row).join(', ')}` : '')],
      [say('in_report'), report ? el('a', {href: report + (kpi.place ? `#${kpi.place}` : '')}, say('report_of', {month: data.monthNames[state.month]})) : ''],
      [say('documents'), [isExplained ? el('p', {}, el('a', {id: 'explained', href: pageOf(row, kpi)}, say('documents_page'))) : '', el('p', {}, say('documents_text')), el('p', {}, el('code', {id: 'command'}, command))]],
    ];
    $('explain-body').replaceChildren(steps, el('dl', {}, lines(pairs)));
  };

  const targetText = (kpi, goal) => (goal.target === '' ? goal.month : `${valueText(kpi, Number(goal.target))}, ${goal.month}`);

  const showMethod = (state) => {
    const kpi = data.kpis[state.kpi];
    const goals = data.goals.filter((goal) => goal.kpi === state.kpi);
    $('method-list').replaceChildren(...lines([
      [say('formula'), kpi.formula],
      [say('unit'), kpi.shownUnit || say('no_unit')],
      [say('direction'), say(`better_${kpi.better}`)],
      [say('over_time'), kpi.overTime],
      [say('defined_by'), kpi.grade ? `${kpi.source} (${kpi.grade})` : kpi.source],
      [say('bounds'), [say('minimum', {share: percent(kpi.minimum)}), kpi.above && say('above', {value: valueText(kpi, Number(kpi.above))})].filter(Boolean).join(' · ')],
      [say('goals'), goals.map((goal) => el('li', {}, `${goal.title}: ${targetText(kpi, goal)} (${goal.scope === 'organisation:all' ? data.organisation : goal.scope}, ${say(`period_${goal.period}`)})`))],
      [say('datasets'), kpi.lineage.datasets.join(', ')],
      [say('tables'), kpi.lineage.tables.join(', ')],
      [say('models'), kpi.lineage.models.join(', ')],
      [say('id'), el('code', {}, kpi.id)],
    ]));
  };

  // Files

  const HEADER = ['month', 'kpi_id', 'title', 'period', 'scope_kind', 'scope_id', 'scope_name', 'numerator', 'denominator', 'value', 'unit', 'coverage', 'measured_share', 'reason', 'factor_ids', 'is_provisional', 'edition'];
  const NUMBERS = new Set(['numerator', 'denominator', 'value', 'coverage', 'measured_share']);
  const recordOf = (row) => {
    const kpi = data.kpis[row.series.kpi];
    const [, id, name] = data.scopes[row.series.scope];
    return [data.months[row.month], kpi.id, kpi.title, PERIODS[row.series.period], kindOf(row.series.scope).code, id, name,
      row.numerator, row.denominator, row.text, kpi.unit, row.coverage, row.measured, row.reason ? row.reason.code : '',
      row.factors.map((factor) => factor.id).join(','), String(row.isProvisional), row.edition];
  };
  /** The rows that are seen: of the figure its scopes with their months, else of all figures. */
  const seen = (state) => {
    const recordsOf = (series, from) => range({from, to: state.to}).map((month) => rowOf(series, month)).filter(Boolean).map(recordOf);
    if (state.kpi === null) {
      return sections.flatMap((section) => section.kpis)
        .map((kpi) => seriesOf(kpi, state.period, state.scope)).filter(Boolean)
        .flatMap((series) => recordsOf(series, state.from));
    }
    const first = state.before ? Math.max(0, state.from - YEAR) : state.from;
    return [
      ...recordsOf(seriesOf(state.kpi, state.period, state.scope), first),
      ...state.others.flatMap((scope) => recordsOf(seriesOf(state.kpi, state.period, scope), state.from)),
    ];
  };
  /** No spreadsheet runs it: an apostrophe makes a text of what looks like a formula. */
  const harmless = (text) => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
  const field = (text, at) => (NUMBERS.has(HEADER[at]) ? text.replace('.', data.csv.decimal) : harmless(text));
  const quoted = (text) => (text.includes(data.csv.separator) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  const csvText = () => (data.csv.mark ? '\ufeff' : '')
    + [HEADER, ...seen(asked()).map((record) => record.map(field))].map((record) => `${record.map(quoted).join(data.csv.separator)}\r\n`).join('');
  const tabbed = () => [HEADER, ...seen(asked()).map((record) => record.map(field))]
    .map((record) => record.map((text) => text.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');

  const tell = (text) => { $('status').textContent = text; };
  const save = () => {
    const state = asked();
    const name = `${state.kpi === null ? 'kpis' : data.kpis[state.kpi].id}-${data.months[state.from]}-${data.months[state.to]}.csv`;
    const address = URL.createObjectURL(new Blob([csvText()], {type: 'text/csv;charset=utf-8'}));
    const made = el('a', {href: address, download: name, hidden: true});
    document.body.append(made);
    made.click();
    made.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    tell(say('saved', {file: name}));
  };
  /** Where the page may not use the clipboard by itself, a selection is copied. */
  const copySelected = (text) => {
    const field = el('textarea', {'aria-hidden': 'true', class: 'hidden-text', tabindex: '-1'});
    field.value = text;
    document.body.append(field);
    field.select();
    const isDone = document.execCommand('copy');
    field.remove();
    $('copy').focus();
    return isDone;
  };
  const copy = async () => {
    const text = tabbed();
    let isDone = false;
    try {
      await navigator.clipboard.writeText(text);
      isDone = true;
    } catch {
      isDone = copySelected(text);
    }
    tell(say(isDone ? 'copied' : 'not_copied'));
  };

  // The page

  let drawnFor = null;
  const show = () => {
    if (all.length === 0) {
      $('explorer').replaceChildren(el('p', {class: 'note'}, say('nothing_yet')));
      return;
    }
    const state = asked();
    const isFigure = state.kpi !== null;
    fillControls(state);
    tell('');
    $('overview').hidden = isFigure;
    for (const id of ['figure', 'explain', 'method']) {
      $(id).hidden = !isFigure;
    }
    if (isFigure) {
      showFigure(state);
      showExplain(state);
      showMethod(state);
    } else {
      showOverview(state);
    }
    document.title = `${isFigure ? data.kpis[state.kpi].title : say('title')} · ${data.organisation}`;
    moveFocus(state);
    drawnFor = state;
  };
  /** Who followed a link that is gone goes on where it led to; who uses a control stays there. */
  const moveFocus = (state) => {
    if (!drawnFor || (document.activeElement && document.activeElement !== document.body)) {
      return;
    }
    const isOther = drawnFor.kpi !== state.kpi || drawnFor.scope !== state.scope;
    const isMonth = state.isMonthAsked && (drawnFor.month !== state.month || !drawnFor.isMonthAsked);
    if (isOther) {
      $(state.kpi === null ? 'overview-title' : 'figure-title').focus();
    } else if (isMonth) {
      $('explain-title').focus();
    }
  };

  $('find').addEventListener('input', () => fillKpis(asked()));
  $('find').addEventListener('keydown', (event) => {
    const first = [...$('kpi').options].find((one) => one.value && matches(data.kpis[kpiNumbers.get(one.value)], $('find').value.trim().toLocaleLowerCase(data.language)));
    if (event.key === 'Enter' && first) {
      go({kpi: kpiNumbers.get(first.value)});
    }
  });
  $('kpi').addEventListener('change', (event) => go({kpi: event.target.value ? kpiNumbers.get(event.target.value) : null}));
  $('scope').addEventListener('change', (event) => go({scope: scopeNumbers.get(event.target.value), others: []}));
  $('period').addEventListener('change', (event) => go({period: PERIODS.indexOf(event.target.value)}));
  $('from').addEventListener('change', (event) => {
    const from = data.months.indexOf(event.target.value);
    go({from, to: Math.max(from, asked().to)});
  });
  $('to').addEventListener('change', (event) => {
    const to = data.months.indexOf(event.target.value);
    go({to, from: Math.min(to, asked().from)});
  });
  $('before').addEventListener('change', (event) => go({before: event.target.checked}));
  $('save').addEventListener('click', save);
  $('copy').addEventListener('click', copy);
  addEventListener('hashchange', show);
  let width = 0;
  addEventListener('resize', () => {
    if ($('figure') && !$('figure').hidden && Math.abs($('chart').clientWidth - width) > 8) {
      width = $('chart').clientWidth;
      showFigure(asked());
    }
  });
  $('explorer').hidden = false;
  show();
  width = $('chart')?.clientWidth ?? 0;
})();
