package social.kring.door.accounts;

/** Writes the pages about one's own account as HTML. */
public interface AccountPages {
  String form(FormPage page);

  String note(NotePage page);

  String sessions(SessionsPage page);
}
