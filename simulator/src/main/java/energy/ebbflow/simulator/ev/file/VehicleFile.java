package energy.ebbflow.simulator.ev.file;

import static java.util.stream.Collectors.joining;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.hal.config.ConfigTable;
import energy.ebbflow.simulator.ev.body.BodySpec;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.model.UserPlan;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import energy.ebbflow.simulator.physics.BatterySpec;
import energy.ebbflow.simulator.physics.ContactorSpec;
import energy.ebbflow.simulator.physics.OnboardChargerSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Reads vehicle files and the scripts that change a vehicle's user for one run. Errors come as one
 * line each, with file, line and key.
 */
public final class VehicleFile {
  /** Vehicles that come with the simulator. */
  public static final List<String> NAMES =
      List.of(
          "bpt-dc",
          "dc",
          "dc-scheduled",
          "bpt-ac",
          "ac-three-phase",
          "iso2-ac",
          "iso2-dc",
          "iso2-pnc",
          "iso2-v2g",
          "din",
          "zoe",
          "bus",
          "tester",
          "dropper",
          "tls-failer",
          "no-sdp");

  private static final Pattern EVCC_ID = Pattern.compile("[A-Za-z0-9]{6,40}");
  private static final Pattern EVCC_MAC = Pattern.compile("[0-9A-Fa-f]{12}");
  private static final double SECONDS_MAX = 10_000_000;

  private VehicleFile() {}

  /**
   * Reads one of {@link #NAMES} or a file.
   *
   * @throws ConfigException when the file is wrong or not there
   */
  public static EvConfig read(String nameOrPath) throws ConfigException, IOException {
    if (!NAMES.contains(nameOrPath)) {
      Path path = Path.of(nameOrPath);
      if (!Files.exists(path)) {
        throw new IOException(
            "vehicle expects one of " + String.join(", ", NAMES) + " or a file, got " + nameOrPath);
      }
      return vehicle(ConfigFile.read(path));
    }
    try (InputStream stream =
        VehicleFile.class.getResourceAsStream("/vehicles/" + nameOrPath + ".toml")) {
      if (stream == null) {
        throw new IOException("vehicle " + nameOrPath + " is missing in this build");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return vehicle(ConfigFile.parse(nameOrPath + ".toml", text));
    }
  }

  /** Changes user, fault and state of charge of a vehicle by a script file. */
  public static EvConfig script(EvConfig vehicle, Path path) throws ConfigException {
    return script(vehicle, ConfigFile.read(path));
  }

  /** The same by a script's text. */
  public static EvConfig script(EvConfig vehicle, String toml) throws ConfigException {
    return script(vehicle, ConfigFile.parse("script", toml));
  }

  static EvConfig script(EvConfig vehicle, ConfigFile file) throws ConfigException {
    ConfigTable root = file.root();
    UserPlan user = user(root.table("user"), vehicle.user());
    Misbehaviour misbehaviour = misbehaviour(root.table("misbehaviour"), vehicle.misbehaviour());
    double soc = root.number("soc_percent", 0, 100, vehicle.body().soc() * 100) / 100;
    List<VehicleStep> steps = root.has("step") ? StepReader.read(root) : vehicle.steps();
    file.finish();
    BodySpec body = vehicle.body().withSoc(soc);
    return vehicle.with(body).with(user).with(misbehaviour).withSteps(steps);
  }

  static EvConfig vehicle(ConfigFile file) throws ConfigException {
    ConfigTable root = file.root();
    String name = root.string("name");
    String evccId =
        root.string("evcc_id", EVCC_ID, "6 to 40 letters and digits", "WMIEBB0000000000001X");
    Octets mac =
        Octets.ofHex(
            root.optionalString("evcc_mac", EVCC_MAC, "12 hexadecimal digits")
                .orElse("02EBB0000001"));
    ConfigTable battery = root.table("battery");
    ConfigTable pilot = root.table("pilot");
    ConfigTable protocols = root.table("protocols");
    ConfigTable needs = root.table("needs");
    ConfigTable habits = root.table("habits");
    ConfigTable onboard = root.table("onboard_charger");
    BatterySpec batterySpec = battery(battery);
    double soc = battery.number("soc_percent", 0, 100, 50) / 100;
    BodySpec body =
        new BodySpec(
            batterySpec,
            soc,
            root.has("onboard_charger") ? Optional.of(onboard(onboard)) : Optional.empty(),
            new BodySpec.PilotEnd(
                1 + pilot.number("tolerance_percent", -20, 20, 0) / 100,
                pilot.flag("diode", true),
                pilot.flag("shorted", false),
                pilot.flag("ventilation", false)),
            ContactorSpec.ORDINARY,
            root.table("cable").number("amps", 0, 80, 0));
    long minimum = needs.integer("minimum_soc_percent", 0, 100, 20);
    long target = needs.integer("target_soc_percent", 0, 100, 80);
    if (minimum > target) {
      needs.problem("minimum_soc_percent", "at most target_soc_percent", minimum + " %");
      target = minimum;
    }
    EvConfig config =
        new EvConfig(
            name,
            evccId,
            mac,
            body,
            protocols(protocols, root.has("onboard_charger")),
            iso20(root.table("iso20")),
            new EvConfig.Needs(
                (int) target,
                (int) minimum,
                needs.integer("departure_seconds", 0, 4_294_967_295L, 7200)),
            new EvConfig.Habits(
                habits.number("loop_seconds", 0, 10, 0.25),
                habits.number("poll_seconds", 0, 10, 0.1),
                habits.number("ready_seconds", 0, 600, 1),
                1,
                or(habits.optionalNumber("return_seconds", 0, 3600), Optional.empty()),
                or(habits.optionalNumber("sleep_seconds", 0, 86_400), Optional.empty()),
                habits.number("wake_seconds", 0, 3600, 4)),
            user(root.table("user"), UserPlan.ORDINARY),
            misbehaviour(root.table("misbehaviour"), Misbehaviour.NONE),
            StepReader.read(root));
    file.finish();
    return config;
  }

  private static EvConfig.Protocols protocols(ConfigTable table, boolean onboardCharger) {
    List<EvProtocol> spoken = new ArrayList<>();
    for (String word : table.strings("speaks", EvProtocol.values().length)) {
      Optional<EvProtocol> protocol = EvProtocol.of(word);
      if (protocol.isEmpty() || spoken.contains(protocol.get())) {
        String known =
            Arrays.stream(EvProtocol.values()).map(EvProtocol::word).collect(joining(", "));
        table.problem("speaks", "each once of " + known, "`" + word + "`");
      }
      protocol.filter(p -> !spoken.contains(p)).ifPresent(spoken::add);
    }
    boolean dc =
        spoken.contains(EvProtocol.ISO20_DC) || spoken.contains(EvProtocol.DIN) || !onboardCharger;
    return new EvConfig.Protocols(
        spoken,
        table.flag("bidirectional", false),
        table.flag("discovers", true),
        table.choice("tls", EvConfig.TlsWish.class, EvConfig.TlsWish.WHERE_POSSIBLE),
        table.flag("contract", false),
        table.choice("sae", EvConfig.Sae.class, EvConfig.Sae.OFF),
        table.flag("dc_inlet", dc));
  }

  private static EvConfig.Iso20Wishes iso20(ConfigTable table) {
    return new EvConfig.Iso20Wishes(
        choices(table, "control", EvConfig.Control.class, EvConfig.Control.DYNAMIC),
        choices(table, "mobility_needs", EvConfig.NeedsBy.class, EvConfig.NeedsBy.EVCC),
        table.flag("checks_in", false));
  }

  /** A list of constants in lower case; absent: {@code fallback} alone. */
  private static <E extends Enum<E>> List<E> choices(
      ConfigTable table, String key, Class<E> type, E fallback) {
    List<E> chosen = new ArrayList<>();
    for (String word : table.strings(key, type.getEnumConstants().length)) {
      Optional<E> found =
          Arrays.stream(type.getEnumConstants())
              .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
              .findFirst();
      if (found.isEmpty() || chosen.contains(found.get())) {
        String known =
            Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
        table.problem(key, "each once of " + known, "`" + word + "`");
      }
      found.filter(constant -> !chosen.contains(constant)).ifPresent(chosen::add);
    }
    return chosen.isEmpty() ? List.of(fallback) : chosen;
  }

  private static BatterySpec battery(ConfigTable table) {
    List<Double> curve = table.has("open_circuit_volts_0") ? curve(table) : List.of();
    boolean rising = true;
    for (int i = 1; i < curve.size(); i++) {
      rising &= curve.get(i) > curve.get(i - 1);
    }
    if (curve.isEmpty() || !rising) {
      table.problem(
          "open_circuit_volts_0",
          "five rising voltages _0, _25, _50, _75, _100",
          curve.isEmpty() ? "none" : curve.toString());
      curve = List.of(330.0, 352.0, 366.0, 380.0, 400.0);
    }
    double min = table.number("volts_min", 1, 1000);
    double max = table.number("volts_max", 1, 1000);
    if (min >= max) {
      table.problem("volts_min", "less than volts_max", min + " V");
      max = min + 1;
    }
    return new BatterySpec(
        table.number("capacity_wh", 1, 2_000_000),
        curve,
        table.number("internal_ohms", 0.001, 10),
        min,
        max,
        table.number("charge_amps_max", 0, 1000),
        table.number("discharge_amps_max", 0, 1000, 0),
        table.number("charge_watts_max", 0, 1_000_000),
        table.number("discharge_watts_max", 0, 1_000_000, 0),
        table.number("charge_efficiency_percent", 1, 100, 99) / 100);
  }

  private static List<Double> curve(ConfigTable table) {
    return List.of(
        table.number("open_circuit_volts_0", 1, 1000),
        table.number("open_circuit_volts_25", 1, 1000),
        table.number("open_circuit_volts_50", 1, 1000),
        table.number("open_circuit_volts_75", 1, 1000),
        table.number("open_circuit_volts_100", 1, 1000));
  }

  private static OnboardChargerSpec onboard(ConfigTable table) {
    double max = table.number("amps_max", 1, 80);
    long phases = table.integer("phases", 1, 3);
    if (phases == 2) {
      table.problem("phases", "1 or 3", "2");
    }
    return new OnboardChargerSpec(
        phases == 1 ? 1 : 3,
        max,
        Math.min(max, table.number("amps_min", 0, 32, 6)),
        table.number("delay_seconds", 0, 5, 0.5),
        table.number("ramp_amps_per_second", 0.1, 1000, 8),
        table.number("efficiency_percent", 1, 100, 93) / 100);
  }

  private static UserPlan user(ConfigTable table, UserPlan fallback) {
    return new UserPlan(
        table.number("plug_after_seconds", 0, SECONDS_MAX, fallback.plugAfterSeconds()),
        or(table.optionalNumber("stop_at_soc_percent", 0, 100), fallback.stopAtSocPercent()),
        or(table.optionalNumber("stop_after_seconds", 0, SECONDS_MAX), fallback.stopAfterSeconds()),
        or(
            table.optionalNumber("unplug_after_seconds", 0, SECONDS_MAX),
            fallback.unplugAfterSeconds()),
        or(
            table.optionalNumber("unplug_after_unlock_seconds", 0, SECONDS_MAX),
            fallback.unplugAfterUnlockSeconds()));
  }

  private static Optional<Double> or(OptionalDouble value, Optional<Double> fallback) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : fallback;
  }

  private static Misbehaviour misbehaviour(ConfigTable table, Misbehaviour fallback) {
    Misbehaviour.Kind kind = table.choice("kind", Misbehaviour.Kind.class, fallback.kind());
    String state = StepReader.state(table).orElse(fallback.state());
    return new Misbehaviour(kind, state);
  }
}
