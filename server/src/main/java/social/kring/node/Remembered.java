package social.kring.node;

import social.kring.door.activitypub.HotAnswers;
import social.kring.door.pages.HotPages;
import social.kring.platform.events.Happening;

/** What doors keep in memory for a moment. It hears of every change at once. */
record Remembered(HotAnswers answers, HotPages pages) {

  static Remembered nothing() {
    return new Remembered(new HotAnswers(), new HotPages());
  }

  void hear(Happening happening) {
    answers.hear(happening);
    pages.hear(happening);
  }
}
