package social.kring.door.pages;

import java.util.List;

/** What the front page shows. */
record WelcomePage(Frame frame, List<Figure> numbers, List<PostCard> posts) {

  WelcomePage {
    numbers = List.copyOf(numbers);
    posts = List.copyOf(posts);
  }
}
