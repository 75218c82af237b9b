package social.kring.federation.sending;

/**
 * How much goes out at once.
 *
 * @param inAll deliveries of this process; half of them at most to hosts that are not well
 * @param perHost lanes at once to a host that is well
 */
public record SendingLimits(int inAll, int perHost) {
  public static final SendingLimits USUAL = new SendingLimits(128, 4);

  int toUnwell() {
    return Math.max(1, inAll / 2);
  }
}
