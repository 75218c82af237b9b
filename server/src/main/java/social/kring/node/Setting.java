package social.kring.node;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Everything that an operator can set, by {@code KRING_…} or in {@code kring.yaml}. */
enum Setting {
  DOMAIN,
  SCHEME,
  LISTEN,
  DATA_DIR,
  DATABASE_URL,
  TRUSTED_PROXIES,
  ALLOW_PRIVATE_PEERS,
  SIGNUPS,
  MINIMUM_AGE,
  PASSWORD_GRANT,
  SMTP_HOST,
  SMTP_PORT,
  SMTP_SECURITY,
  SMTP_USER,
  SMTP_PASSWORD,
  SMTP_FROM,
  RATE_LIMIT,
  PREVIEWS,
  MEDIA_CACHE_MIB,
  MEDIA_CACHE_DAYS,
  MEDIA_S3_ENDPOINT,
  MEDIA_S3_BUCKET,
  MEDIA_S3_REGION,
  MEDIA_S3_ACCESS_KEY,
  MEDIA_S3_SECRET_KEY,
  OPS_LISTEN,
  LOG;

  static final String PREFIX = "KRING_";

  /** Its name in the environment. */
  String variable() {
    return PREFIX + name();
  }

  /** Its name in {@code kring.yaml}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Setting> byVariable(String variable) {
    return Arrays.stream(values()).filter(each -> each.variable().equals(variable)).findFirst();
  }

  /** In a file either spelling will do. */
  static Optional<Setting> byKey(String key) {
    return Arrays.stream(values())
        .filter(each -> each.key().equals(key) || each.variable().equals(key))
        .findFirst();
  }
}
