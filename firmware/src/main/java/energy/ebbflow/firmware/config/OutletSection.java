package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How vehicles are met at one outlet: its {@code [evse.vehicle]} table.
 *
 * @param protocols ways to charge, most wanted first
 * @param acDischarge beginnings of the EVCCIDs that are certified for discharge over AC here (R14)
 * @param saeV2h beginnings of the EVCCIDs that are offered SAE J2847/2 vehicle-to-home (R7)
 * @param saeV2g the same for vehicle-to-grid
 * @param networkInterface of this outlet's own vehicle link; absent: what the command line says
 */
public record OutletSection(
    List<Protocol> protocols,
    List<String> acDischarge,
    List<String> saeV2h,
    List<String> saeV2g,
    Optional<String> networkInterface) {
  private static final int VEHICLES_MAX = 64;

  /** The first six digits of an EVCCID of ISO 15118-2 are the maker's. */
  private static final Pattern MODEL = Pattern.compile("[0-9A-Fa-f]{6,12}");

  private static final int PROTOCOLS_MAX = Protocol.values().length;

  public OutletSection {
    protocols = List.copyOf(protocols);
    acDischarge = List.copyOf(acDischarge);
    saeV2h = List.copyOf(saeV2h);
    saeV2g = List.copyOf(saeV2g);
  }

  static OutletSection read(ConfigTable table, boolean direct) {
    return new OutletSection(
        protocols(table, direct),
        acDischarge(table, direct),
        models(table, "sae_v2h", direct),
        models(table, "sae_v2g", direct),
        table.optionalString("interface"));
  }

  /** An extension is proprietary: it is spoken with the models that were tested with it. */
  private static List<String> models(ConfigTable table, String key, boolean direct) {
    List<String> models = table.strings(key, VEHICLES_MAX);
    for (String model : models) {
      if (!MODEL.matcher(model).matches()) {
        table.problem(
            key, "beginnings of EVCCIDs, 6 to 12 hexadecimal digits", "\"" + model + "\"");
        return List.of();
      }
    }
    if (!direct && !models.isEmpty()) {
      table.problem(key, "no vehicles: this outlet is AC", models.size() + " of them");
    }
    return models;
  }

  private static List<String> acDischarge(ConfigTable table, boolean direct) {
    List<String> vehicles = table.strings("ac_discharge", VEHICLES_MAX);
    if (direct && !vehicles.isEmpty()) {
      table.problem("ac_discharge", "no vehicles: this outlet is DC", vehicles.size() + " of them");
    }
    if (vehicles.contains("")) {
      table.problem("ac_discharge", "beginnings of EVCCIDs, each a character at least", "\"\"");
    }
    return vehicles;
  }

  private static List<Protocol> protocols(ConfigTable table, boolean direct) {
    List<String> names = table.strings("protocols", PROTOCOLS_MAX);
    List<Protocol> usual = Protocol.usual(direct);
    List<Protocol> wanted = new ArrayList<>();
    for (String name : names) {
      Optional<Protocol> named = Protocol.named(name).filter(usual::contains);
      if (named.isEmpty() || wanted.contains(named.get())) {
        table.problem(
            "protocols",
            "each at most once, for this kind of outlet: "
                + String.join(", ", usual.stream().map(Protocol::label).toList()),
            "\"" + name + "\"");
        return usual;
      }
      wanted.add(named.get());
    }
    int basic = wanted.indexOf(Protocol.IEC61851);
    if (basic >= 0 && basic < wanted.size() - 1) {
      table.problem(
          "protocols",
          "iec61851 as the last one: no digital communication follows basic charging",
          "\"" + names.get(basic) + "\" before \"" + names.get(basic + 1) + "\"");
    }
    return wanted.isEmpty() ? usual : wanted;
  }

  /** Whether vehicles may speak by messages here. */
  public boolean digital() {
    return protocols.stream().anyMatch(Protocol::digital);
  }

  /** Whether the duty cycle alone may tell the current. */
  public boolean basic() {
    return protocols.contains(Protocol.IEC61851);
  }
}
