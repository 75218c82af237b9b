package social.kring.community.lists;

import social.kring.platform.storage.Transaction;

/** All tables of this package. */
record ListTables(ListTable lists, MemberTable members, EntryTable entries) {

  static ListTables create() {
    return new ListTables(new ListTable(), new MemberTable(), new EntryTable());
  }

  /** Takes somebody off all lists of an owner, with what they brought. */
  void takeOff(Transaction tx, long owner, long member) {
    entries.deleteFrom(tx, owner, member);
    members.deleteFrom(tx, owner, member);
  }
}
