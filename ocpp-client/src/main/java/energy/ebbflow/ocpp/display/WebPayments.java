package energy.ebbflow.ocpp.display;

import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.device.DeviceModel;
import energy.ebbflow.ocpp.device.DisplayVariables;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Payment by the web (OCPP 2.1 C25): the address that a screen shows as a QR code, and outlets that
 * somebody is paying for. Confined to the link's thread.
 */
public final class WebPayments {
  private static final String VERSION = "v1";

  /** Longest time for which somebody may be about to pay. */
  private static final int MAX_SECONDS = 3_600;

  private final OcppConfig config;
  private final DeviceModel device;

  /** Until when; bounded by the outlets. */
  private final Map<Integer, Instant> paying = new HashMap<>();

  WebPayments(OcppConfig config, DeviceModel device) {
    this.config = config;
    this.device = device;
  }

  /** The address for an outlet now; absent where it is not configured (C25.FR.50 to 52). */
  Optional<String> address(int evse, Instant now) {
    if (device.find(DisplayVariables.WEB_ENABLED).isEmpty()
        || !device.flag(DisplayVariables.WEB_ENABLED)) {
      return Optional.empty();
    }
    String template = device.value(DisplayVariables.URL_TEMPLATE);
    String secret = device.value(DisplayVariables.SECRET);
    if (template.isEmpty() || (template.contains("{totp}") && secret.isEmpty())) {
      return Optional.empty();
    }
    String id = device.value(DisplayVariables.STATION_ID);
    String address =
        template
            .replace("{chargingstationid}", id.isEmpty() ? config.identity() : id)
            .replace("{evse}", Integer.toString(evse))
            .replace("{version}", VERSION);
    return Optional.of(
        secret.isEmpty()
            ? address
            : address.replace(
                "{totp}",
                Totp.at(
                    secret,
                    device.number(DisplayVariables.VALIDITY),
                    device.number(DisplayVariables.LENGTH),
                    now)));
  }

  /**
   * Somebody pays for an outlet: until the end of that time nobody else starts there (C25.FR.21).
   *
   * @param seconds 0 or less: not any more
   */
  public void started(int evse, int seconds, Instant now) {
    if (seconds <= 0) {
      paying.remove(evse);
    } else {
      paying.put(evse, now.plusSeconds(Math.min(seconds, MAX_SECONDS)));
    }
  }

  /** The transaction that was paid for began. */
  void begun(int evse) {
    paying.remove(evse);
  }

  /** Whether somebody pays for an outlet now. */
  public boolean at(int evse, Instant now) {
    Instant until = paying.get(evse);
    return until != null && now.isBefore(until);
  }
}
