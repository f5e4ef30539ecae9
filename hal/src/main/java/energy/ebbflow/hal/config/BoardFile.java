package energy.ebbflow.hal.config;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Cable;
import energy.ebbflow.hal.EvseConfig.Connector;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.hal.Watts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the electrical part of a board file and checks that its ratings fit together: no limit may
 * lie above the rating of a part that the current flows through.
 */
public final class BoardFile {
  /** Most outlets of one station. */
  public static final int MAX_EVSES = 4;

  /** EVSEID of ISO 15118-2 Annex H: country, operator, E, outlet. */
  private static final Pattern EVSE_ID =
      Pattern.compile("[A-Z]{2}\\*?[A-Z0-9]{3}\\*?E[A-Z0-9*]{1,30}");

  private static final String EVSE_ID_FORM = "an EVSEID such as DE*EBB*E0001*1";

  /** It is shown on terminals and in logs, which obey what cannot be seen. */
  private static final Pattern NAME = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,100}");

  private static final String NAME_FORM = "1 to 100 characters that can be seen";

  private enum Kind {
    AC,
    DC
  }

  private enum CableKind {
    SOCKET,
    TETHERED
  }

  private BoardFile() {}

  /**
   * Reads {@code name}, {@code driver}, {@code [driver_options]} and {@code [[evse]]}.
   *
   * <p>The answer may be used only after {@link ConfigFile#finish} has returned.
   */
  public static BoardConfig read(ConfigTable root) {
    String name = root.string("name", NAME, NAME_FORM, "");
    String driver = root.string("driver");
    List<EvseConfig> evses = new ArrayList<>();
    Set<String> evseIds = new HashSet<>();
    for (ConfigTable table : root.tables("evse", 1, MAX_EVSES)) {
      EvseConfig evse = evse(table, evses.size() + 1);
      evses.add(evse);
      if (table.sound("evse_id") && !evseIds.add(evse.evseId())) {
        table.problem(
            "evse_id",
            "an identifier of its own for each outlet",
            "\"" + evse.evseId() + "\", which is that of an outlet before");
      }
    }
    return new BoardConfig(name, driver, evses, root.freeTable("driver_options"));
  }

  private static EvseConfig evse(ConfigTable table, int expectedId) {
    long id = table.integer("id", 1, MAX_EVSES);
    if (id != expectedId && table.has("id")) {
      table.problem("id", expectedId + " (ids count from 1 in the order of the file)", "" + id);
    }
    String evseId = table.string("evse_id", EVSE_ID, EVSE_ID_FORM, "ZZ*EBB*E0");
    Kind kind = table.choice("kind", Kind.class);
    Connector connector =
        table.choice(
            "connector", Connector.class, kind == Kind.AC ? Connector.TYPE2 : Connector.CCS2);
    boolean combined = connector == Connector.CCS1 || connector == Connector.CCS2;
    if (combined != (kind == Kind.DC)) {
      table.problem(
          "connector",
          kind == Kind.AC ? "type1 or type2 for an AC outlet" : "ccs1 or ccs2 for a DC outlet",
          "\"" + connector.name().toLowerCase(Locale.ROOT) + "\"");
    }
    Amps contactor = rating(table, "contactor_amps_max");
    Amps fuse = rating(table, "fuse_amps_max");
    Cable cable = cable(table, kind);
    boolean lock = table.flag("connector_lock", true);
    if (table.has("cable") && cable instanceof Cable.Socket && kind == Kind.AC && !lock) {
      // The user's cable must not be pulled while current may flow (IEC 61851-1 6.3).
      table.problem("connector_lock", "true with cable = \"socket\"", "false");
    }
    int phases = phases(table);
    Volts nominal = new Volts(table.number("volts_nominal", 100, 300, 230));
    Outlet outlet =
        switch (kind) {
          case AC -> ac(table, phases, contactor, fuse, cable);
          case DC -> dc(table, phases, nominal, contactor, fuse, cable);
        };
    return new EvseConfig(
        (int) id,
        evseId,
        connector,
        cable,
        phases,
        nominal,
        fuse,
        contactor,
        table.flag("ventilation", false),
        lock,
        outlet);
  }

  private static int phases(ConfigTable table) {
    long phases = table.integer("phases", 1, 3, 3);
    if (phases == 2) {
      table.problem("phases", "1 or 3", "2");
    }
    return (int) phases;
  }

  private static Cable cable(ConfigTable table, Kind kind) {
    CableKind cable = table.choice("cable", CableKind.class);
    if (cable == CableKind.TETHERED) {
      return new Cable.Tethered(rating(table, "cable_amps_max"));
    }
    if (kind == Kind.DC && table.has("cable")) {
      // IEC 61851-23: case C only; a DC cable always belongs to the station.
      table.problem("cable", "\"tethered\" for a DC outlet", "\"socket\"");
    }
    if (table.has("cable_amps_max")) {
      table.optionalNumber("cable_amps_max", 6, 1000);
      table.problem("cable_amps_max", "no rating with cable = \"socket\"", "one");
    }
    return new Cable.Socket();
  }

  private static Outlet ac(ConfigTable evse, int phases, Amps contactor, Amps fuse, Cable cable) {
    ConfigTable table = evse.table("ac");
    // IEC 61851-1 Annex A: the duty cycle signals 6 to 80 A.
    Amps max = new Amps(table.number("amps_max", 6, 80));
    Amps discharge = new Amps(table.number("discharge_amps_max", 0, 80, 0));
    boolean phaseSwitching = table.flag("phase_switching", false);
    fits(table, "amps_max", max, contactor, fuse, cable);
    fits(table, "discharge_amps_max", discharge, contactor, fuse, cable);
    if (phaseSwitching && phases != 3) {
      table.problem("phase_switching", "false with phases = 1", "true");
    }
    double vars = table.number("reactive_vars_max", 0, 60_000, 0);
    if (table.sound("reactive_vars_max") && vars > 0 && discharge.value() == 0) {
      // ISO 15118-20 carries it to any vehicle, but a grid code asks it of a generator.
      table.problem("reactive_vars_max", "0 without discharge_amps_max", "" + vars);
    }
    return new Outlet.Ac(max, discharge, phaseSwitching, vars);
  }

  private static Outlet dc(
      ConfigTable evse, int phases, Volts nominal, Amps contactor, Amps fuse, Cable cable) {
    ConfigTable table = evse.table("dc");
    double minVolts = table.number("volts_min", 0, 1500, 150);
    double maxVolts = table.number("volts_max", 60, 1500);
    if (table.sound("volts_max") && maxVolts <= minVolts) {
      table.problem("volts_max", "more than volts_min, " + minVolts, "" + maxVolts);
    }
    // What the grid connection can carry at its nominal voltage; losses make the real limit lower.
    double gridWatts = phases * nominal.value() * fuse.value();
    Outlet.Limits charge = limits(table, "charge", contactor, cable, gridWatts);
    boolean bidirectional = table.has("discharge_amps_max") || table.has("discharge_watts_max");
    Optional<Outlet.Limits> discharge =
        bidirectional
            ? Optional.of(limits(table, "discharge", contactor, cable, gridWatts))
            : Optional.empty();
    return new Outlet.Dc(new Volts(minVolts), new Volts(maxVolts), charge, discharge);
  }

  private static Outlet.Limits limits(
      ConfigTable table, String direction, Amps contactor, Cable cable, double gridWatts) {
    String ampsMax = direction + "_amps_max";
    String ampsMin = direction + "_amps_min";
    String wattsMax = direction + "_watts_max";
    String wattsMin = direction + "_watts_min";
    double maxAmps = table.number(ampsMax, 1, 1000);
    double minAmps = table.number(ampsMin, 0, 1000, 0);
    double maxWatts = table.number(wattsMax, 100, 1_000_000);
    double minWatts = table.number(wattsMin, 0, 1_000_000, 0);
    fits(table, ampsMax, new Amps(maxAmps), contactor, cable);
    if (table.sound(ampsMax) && minAmps > maxAmps) {
      table.problem(ampsMin, "at most " + ampsMax + ", " + maxAmps + " A", minAmps + " A");
    }
    if (table.sound(wattsMax) && minWatts > maxWatts) {
      table.problem(wattsMin, "at most " + wattsMax + ", " + maxWatts + " W", minWatts + " W");
    }
    if (table.sound(wattsMax) && maxWatts > gridWatts) {
      table.problem(
          wattsMax,
          "at most phases × volts_nominal × fuse_amps_max, " + gridWatts + " W",
          maxWatts + " W");
    }
    return new Outlet.Limits(
        new Amps(minAmps), new Amps(maxAmps), new Watts(minWatts), new Watts(maxWatts));
  }

  private static void fits(
      ConfigTable table, String key, Amps limit, Amps contactor, Amps fuse, Cable cable) {
    fits(table, key, limit, contactor, cable);
    if (table.sound(key) && limit.value() > fuse.value()) {
      table.problem(key, "at most fuse_amps_max, " + fuse, limit.toString());
    }
  }

  private static void fits(ConfigTable table, String key, Amps limit, Amps contactor, Cable cable) {
    if (!table.sound(key)) {
      return;
    }
    if (limit.value() > contactor.value()) {
      table.problem(key, "at most contactor_amps_max, " + contactor, limit.toString());
    }
    if (cable instanceof Cable.Tethered tethered && limit.value() > tethered.rating().value()) {
      table.problem(key, "at most cable_amps_max, " + tethered.rating(), limit.toString());
    }
  }

  /** A rating; without a sound one nothing is compared with it. */
  private static Amps rating(ConfigTable table, String key) {
    double max = 1000;
    double amps = table.number(key, 6, max);
    return new Amps(table.sound(key) ? amps : max);
  }
}
