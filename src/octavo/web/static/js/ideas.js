// Questions to begin with come into the page when they are near: what the page of questions lists takes its link's place.

const place = document.getElementById("ideas");

async function fill() {
  const answer = await fetch(place.querySelector("a").href);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  place.replaceChildren(...(page.getElementById("ideas")?.children ?? []));
}

if (place) {
  const watch = new IntersectionObserver(
    (seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      watch.disconnect();
      fill();
    },
    { rootMargin: "200px" },
  );
  watch.observe(place);
}
