// What the cameras saw at this moment: the video where there is one, else the newest picture; and where was looked.
import { h, replace } from "./dom.js";

export class CameraPanel {
  constructor(element, run) {
    Object.assign(this, { element, run, camera: null, films: new Map(), known: -1, heat: 0.8, number: 0 });
    this.tabs = h("div", { class: "tabs", role: "group", "aria-label": "Camera" });
    this.picture = h("img", { alt: "", class: "picture" });
    this.video = h("video", { class: "picture", muted: true, playsinline: true, preload: "auto", tabindex: -1, hidden: true });
    this.overlay = h("img", { alt: "", class: "picture overlay", hidden: true });
    this.stage = h("div", { class: "stage" }, this.picture, this.video, this.overlay);
    this.slider = h("input", { type: "range", min: 0, max: 100, value: 80, "aria-label": "Where the value function looked: how strongly it is shown", oninput: () => { this.heat = this.slider.value / 100; this.overlay.style.opacity = this.heat; } });
    this.looked = h("label", { class: "looked", hidden: true }, "Where it looked", this.slider);
    this.caption = h("p", { class: "muted small" });
    this.video.addEventListener("seeked", () => { if (this.wanted !== undefined) this.seek(this.wanted); });
    replace(element, this.tabs, this.stage, this.looked, this.caption);
  }

  frameSeconds() {
    const film = this.showing;
    return film && film.frames > 1 ? film.seconds / film.frames : null;
  }

  async films_() {
    const seqs = this.run.all("filmed");
    if (seqs.length === this.known) return;
    this.known = seqs.length;
    this.films = new Map();
    for (const film of await Promise.all(seqs.map((seq) => this.run.event(seq)))) {
      if (!film) continue;
      if (!this.films.has(film.camera)) this.films.set(film.camera, []);
      this.films.get(film.camera).push(film);
    }
  }

  async update(moment) {
    const number = ++this.number;
    await this.films_();
    const seq = this.run.last("observed", moment.seq);
    const [seen, ranked] = await Promise.all([this.run.event(seq), this.run.event(this.run.last("ranked", moment.seq))]);
    if (number !== this.number) return;
    const cameras = [...new Set([...Object.keys(seen?.frames ?? {}), ...this.films.keys()])];
    if (!cameras.includes(this.camera)) this.camera = cameras[0] ?? null;
    this.drawTabs(cameras, moment);
    const film = (this.films.get(this.camera) ?? []).find((one) => moment.world >= one.start - 0.05 && moment.world <= one.start + one.seconds + 0.05);
    this.showing = film;
    if (film) this.showFilm(film, moment); else this.showPicture(seen, seq);
    // The heat lies over the picture that was decided on: once the robot moves it would point at the wrong places.
    const moving = (this.run.last("step_started", moment.seq) ?? -1) > (ranked?.seq ?? -1) || (seq ?? -1) > (ranked?.seq ?? -1);
    const attention = moving ? null : ranked?.attention?.[this.camera];
    this.looked.hidden = this.overlay.hidden = !attention;
    if (attention) source(this.overlay, this.run.file(attention));
    this.overlay.style.opacity = this.heat;
  }

  drawTabs(cameras, moment) {
    if (String(cameras) + this.camera === this.tabsShown) return;
    this.tabsShown = String(cameras) + this.camera;
    replace(this.tabs, cameras.map((name) => h("button", { type: "button", "aria-pressed": String(name === this.camera), onclick: () => { this.camera = name; this.update(this.moment ?? moment); } }, name)));
    this.moment = moment;
  }

  showFilm(film, moment) {
    this.picture.hidden = true;
    this.video.hidden = false;
    source(this.video, this.run.file(film.file));
    this.video.setAttribute("aria-label", `Video of camera ${film.camera}`);
    this.seek(Math.min(Math.max(0, moment.world - film.start), Math.max(0, film.seconds - 0.001)));
    this.caption.textContent = `video · ${moment.world.toFixed(2)} s of the world's time`;
  }

  seek(time) {
    this.wanted = undefined;
    if (Math.abs(this.video.currentTime - time) < 0.005) return;
    if (this.video.seeking) this.wanted = time; else this.video.currentTime = time;
  }

  showPicture(seen, seq) {
    const path = seen?.frames?.[this.camera];
    this.video.hidden = true;
    this.picture.hidden = !path;
    if (path) {
      source(this.picture, this.run.file(path));
      this.picture.alt = `Camera ${this.camera} at event ${seq}`;
    }
    this.caption.textContent = path ? `picture of event ${seq}` : "No picture at this moment.";
  }
}

function source(element, address) {
  if (element.getAttribute("src") !== address) element.setAttribute("src", address);
}
