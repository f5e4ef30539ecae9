package energy.ebbflow.iso15118.secc.iso2;

import energy.ebbflow.iso15118.message.iso2.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso2.service.Service;
import energy.ebbflow.iso15118.secc.extension.ExtensionRule;
import java.util.List;
import java.util.Optional;

/**
 * What a station offers under ISO 15118-2 beyond charging itself; {@link #NONE} is the default.
 *
 * @param services value-added services, in the order they are offered
 * @param receiptSeconds how often the vehicle is asked to confirm the meter's reading, 1 to {@value
 *     #MAX_RECEIPT_SECONDS} s. The standard knows receipts under contracts alone [V2G2-691]; absent
 *     is its rule for external identification: never
 * @param notificationSeconds NotificationMaxDelay: how long the vehicle may take to follow a
 *     notification, 0 (at once) to 65535 s
 * @param extensions what may be spoken with which vehicle beyond the standard
 */
public record Iso2Options(
    List<AddedService> services,
    Optional<Integer> receiptSeconds,
    int notificationSeconds,
    List<ExtensionRule> extensions) {
  /** ServiceList has room for so many. */
  public static final int MAX_SERVICES = 8;

  /** A receipt that comes less often than once a day is none. */
  public static final int MAX_RECEIPT_SECONDS = 86_400;

  private static final int MAX_NOTIFICATION_SECONDS = 65_535;

  /** Charging alone, as the standard has it. */
  public static final Iso2Options NONE = new Iso2Options(List.of(), Optional.empty(), 0, List.of());

  /** Refuses what has no room on the wire. */
  public Iso2Options {
    services = List.copyOf(services);
    extensions = List.copyOf(extensions);
    long ids = services.stream().map(added -> added.service().serviceId()).distinct().count();
    if (ids != services.size() || services.size() > MAX_SERVICES) {
      throw new IllegalArgumentException(
          "value-added services are at most " + MAX_SERVICES + " with numbers of their own");
    }
    if (receiptSeconds.isPresent()
        && (receiptSeconds.get() < 1 || receiptSeconds.get() > MAX_RECEIPT_SECONDS)) {
      throw new IllegalArgumentException(
          "a receipt is asked for every 1 to "
              + MAX_RECEIPT_SECONDS
              + " s, not "
              + receiptSeconds.get());
    }
    if (notificationSeconds < 0 || notificationSeconds > MAX_NOTIFICATION_SECONDS) {
      throw new IllegalArgumentException(
          "a notification has 0 to " + MAX_NOTIFICATION_SECONDS + " s, not " + notificationSeconds);
    }
  }

  /** The same with other extensions. */
  public Iso2Options withExtensions(List<ExtensionRule> rules) {
    return new Iso2Options(services, receiptSeconds, notificationSeconds, rules);
  }

  /**
   * A value-added service.
   *
   * @param service as ServiceDiscoveryRes lists it; its number is not that of charging
   * @param parameters as ServiceDetailRes lists them; empty where it has none
   */
  public record AddedService(Service service, List<ParameterSet> parameters) {
    /** Refuses the number of charging. */
    public AddedService {
      parameters = List.copyOf(parameters);
      if (service.serviceId() == Iso2Offers.CHARGE_SERVICE) {
        throw new IllegalArgumentException("service 1 is charging, not a value-added service");
      }
    }
  }
}
