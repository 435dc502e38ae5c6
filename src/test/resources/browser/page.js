// What a test asks of a page that is shown in a browser.
globalThis.page = (() => {
  /** Whether the eye sees it: texts for ears alone are cut to nothing. */
  const shown = (element) => {
    for (let it = element; it; it = it.parentElement) {
      if (getComputedStyle(it).clipPath !== 'none') {
        return false;
      }
    }
    return element.checkVisibility();
  };

  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      if (walker.currentNode.data.trim() && shown(walker.currentNode.parentElement)) {
        found.push(walker.currentNode);
      }
    }
    return found;
  };

  /** Whether it stands in a bar that scrolls by itself. */
  const scrolls = (element) => {
    for (let it = element; it; it = it.parentElement) {
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(it).overflowX)) {
        return true;
      }
    }
    return false;
  };

  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);

  const luminance = (colour) =>
    channels(colour).slice(0, 3)
      .map((channel) => channel / 255)
      .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
      .reduce((sum, light, i) => sum + light * [0.2126, 0.7152, 0.0722][i], 0);

  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };

  const behind = (element) => {
    for (let it = element; it; it = it.parentElement) {
      const colour = getComputedStyle(it).backgroundColor;
      if ((channels(colour)[3] ?? 1) > 0) {
        return colour;
      }
    }
    return 'rgb(255, 255, 255)';
  };

  return {
    /** The pages in the page, by their ids; one without an id where it has none. */
    places: () => {
      const ids = [...document.querySelectorAll('main > .page')].map((place) => place.id);
      return ids.length ? ids : [''];
    },

    /** Goes to a page, where it has figures to the first of them; whether its address shows it. */
    go: (id) => {
      const figure = id && document.querySelector(`#${CSS.escape(id)} .kpi .detail`);
      location.hash = figure ? figure.id : id;
      return !id || (figure ?? document.getElementById(id)).checkVisibility();
    },

    /** Unfolds or folds all but the figure that the address names. */
    fold: (isOpen) => {
      const kept = document.querySelector(':target')?.closest('details');
      document.querySelectorAll('details').forEach((it) => { it.open = isOpen || it === kept; });
    },

    /** What an accessibility rule of these says against it. */
    violations: (rules) =>
      axe.run(document, {preload: false, resultTypes: ['violations'], ...rules})
        .then(({violations}) => violations.flatMap((rule) => rule.nodes.map((node) =>
          `${rule.id}: ${node.html.slice(0, 200)}: ${node.failureSummary.replace(/\s+/g, ' ')}`))),

    /** The texts, those in charts too, that are too faint on what is behind them. */
    faint: () =>
      texts().flatMap((text) => {
        const element = text.parentElement;
        const style = getComputedStyle(element);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const colour = element.closest('svg') ? style.fill : style.color;
        const found = contrast(colour, behind(element));
        return found < (isLarge ? 3 : 4.5)
          ? [`faint, ${found.toFixed(2)}: ${text.data.trim().slice(0, 60)}`]
          : [];
      }),

    /** The texts that reach over an edge of the screen, but for those in a bar that scrolls. */
    over: () => {
      const found = texts().filter((text) => !scrolls(text.parentElement)).flatMap((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        const {left, right} = range.getBoundingClientRect();
        return left < -1 || right > innerWidth + 1 ? [`over: ${text.data.trim().slice(0, 60)}`] : [];
      });
      const {scrollWidth} = document.documentElement;
      return scrollWidth > innerWidth ? [...found, `it is ${scrollWidth} wide`] : found;
    },

    height: () => document.documentElement.scrollHeight,
    isDark: () => matchMedia('(prefers-color-scheme: dark)').matches,

    /** What the elements say that a selector finds, each text once. */
    say: (selector) =>
      [...new Set([...document.querySelectorAll(selector)].map((element) => element.textContent))],
  };
})();
