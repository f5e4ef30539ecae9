package energy.ebbflow.firmware.config;

import energy.ebbflow.hal.config.ConfigTable;
import energy.ebbflow.iso15118.secc.extension.ExtensionRule;
import energy.ebbflow.iso15118.secc.extension.Extensions;
import energy.ebbflow.iso15118.secc.extension.Iso2Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How vehicles are met at one outlet: its {@code [evse.vehicle]} table.
 *
 * @param protocols ways to charge, most wanted first
 * @param acDischarge beginnings of the EVCCIDs that are certified for discharge over AC here (R14)
 * @param extensions what is spoken beyond ISO 15118-2, and with which vehicles (R7)
 * @param needs what the users of vehicles need, the first that fits a vehicle counts
 * @param networkInterface of this outlet's own vehicle link; absent: what the command line says
 */
public record OutletSection(
    List<Protocol> protocols,
    List<String> acDischarge,
    List<ExtensionRule> extensions,
    List<UserNeeds> needs,
    Optional<String> networkInterface) {
  private static final int VEHICLES_MAX = 64;
  private static final int EXTENSIONS_MAX = 8;

  /** The first six digits of an EVCCID of ISO 15118-2 are the maker's. */
  private static final Pattern MODEL = Pattern.compile("[0-9A-Fa-f]{6,12}");

  private static final int PROTOCOLS_MAX = Protocol.values().length;

  public OutletSection {
    protocols = List.copyOf(protocols);
    acDischarge = List.copyOf(acDischarge);
    extensions = List.copyOf(extensions);
    needs = List.copyOf(needs);
  }

  static OutletSection read(ConfigTable table, boolean direct) {
    return new OutletSection(
        protocols(table, direct),
        acDischarge(table, direct),
        extensions(table, direct),
        UserNeeds.read(table),
        table.optionalString("interface"));
  }

  /** An extension is proprietary: it is spoken with the models that were tested with it. */
  private static List<ExtensionRule> extensions(ConfigTable vehicle, boolean direct) {
    List<ConfigTable> tables = vehicle.tables("extension", 0, EXTENSIONS_MAX);
    if (!direct && !tables.isEmpty()) {
      vehicle.problem("extension", "none: this outlet is AC", tables.size() + " of them");
      return List.of();
    }
    List<ExtensionRule> rules = new ArrayList<>();
    for (ConfigTable table : tables) {
      String name = table.string("name");
      List<String> models = models(table);
      Optional<Iso2Extension> known = Extensions.named(name);
      if (table.sound("name") && known.isEmpty()) {
        table.problem(
            "name",
            "one of "
                + String.join(", ", Extensions.all().stream().map(Iso2Extension::name).toList()),
            "\"" + name + "\"");
      }
      if (known.isPresent() && !models.isEmpty()) {
        rules.add(new ExtensionRule(known.get(), models));
      }
    }
    return rules;
  }

  private static List<String> models(ConfigTable table) {
    List<String> models = table.strings("vehicles", VEHICLES_MAX);
    Optional<String> wrong =
        models.stream().filter(model -> !MODEL.matcher(model).matches()).findFirst();
    boolean none = models.isEmpty() && (!table.has("vehicles") || table.sound("vehicles"));
    if (wrong.isPresent() || none) {
      table.problem(
          "vehicles",
          "beginnings of EVCCIDs, 6 to 12 hexadecimal digits, at least one",
          wrong.map(model -> "\"" + model + "\"").orElse("none"));
      return List.of();
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
