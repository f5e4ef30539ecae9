package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.config.OptionReader;
import energy.ebbflow.hal.linux.LineName;
import energy.ebbflow.hal.pi.PiOptions.AdcPlace;
import energy.ebbflow.hal.pi.PiOptions.BusPlace;
import energy.ebbflow.hal.pi.PiOptions.ContactorLines;
import energy.ebbflow.hal.pi.PiOptions.Dog;
import energy.ebbflow.hal.pi.PiOptions.Lamps;
import energy.ebbflow.hal.pi.PiOptions.Lock;
import energy.ebbflow.hal.pi.PiOptions.Pilot;
import energy.ebbflow.hal.pi.PiOptions.Proximity;
import energy.ebbflow.hal.pi.PiOptions.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the options of one outlet, and what of them does not fit together. */
final class PiOptionReader {
  private static final Pattern SPI = Pattern.compile("([0-6])\\.([0-9]|10)");
  private static final String SPI_FORM = "an SPI bus and chip select such as 0.0";
  private static final Pattern PWM = Pattern.compile("([0-9])\\.([0-9])");
  private static final String PWM_FORM = "a PWM chip and channel such as 0.0";
  private static final Pattern I2C = Pattern.compile("([0-9]{1,2}):0x([0-7][0-9a-fA-F])");
  private static final String I2C_FORM = "an I2C bus and address such as 1:0x48";
  private static final String SENSOR_PLACE =
      "(?:([a-z0-9-]{1,24})=)?(w1:28-[0-9a-f]{12}|lm75:[0-9]{1,2}:0x[0-7][0-9a-fA-F])";
  private static final Pattern SENSOR = Pattern.compile(SENSOR_PLACE);
  private static final Pattern SENSORS =
      Pattern.compile(" *" + SENSOR_PLACE + "(?: *, *" + SENSOR_PLACE + "){0,7} *");
  private static final String SENSORS_FORM =
      "w1:28-… of the 1-Wire bus or lm75:BUS:0xADDRESS, or up to 8 of them as NAME=PLACE with"
          + " commas between";
  private static final Pattern DEVICE = Pattern.compile("/dev/[A-Za-z0-9._/-]+");
  private static final Pattern READER =
      Pattern.compile("serial:/.+|i2c:[0-9]{1,2}:0x[0-7][0-9a-fA-F]");

  /** The range of the line that must be measurable: ±12 V and its tolerance of 5 %. */
  private static final double LINE_VOLTS = 12.6;

  private final BoardConfig board;
  private final EvseConfig evse;
  private final OptionReader in;

  PiOptionReader(BoardConfig board, EvseConfig evse) {
    this.board = board;
    this.evse = evse;
    this.in = new OptionReader(board, evse);
  }

  /** Where problems are collected. */
  OptionReader problems() {
    return in;
  }

  /** Reads everything; the answer may be used only if there are no problems. */
  PiOptions read() {
    if (!(evse.outlet() instanceof EvseConfig.Outlet.Ac)) {
      in.problem("", "an AC outlet: this driver has no power converter", "a DC outlet");
    }
    AdcPlace adc = adc();
    PiOptions options =
        new PiOptions(
            adc,
            pilot(adc),
            proximity(adc),
            contactors(),
            lock(),
            line("rcd_trip_line"),
            line("rcd_test_line"),
            line("emergency_stop_line"),
            line("grid_line"),
            line("earth_line"),
            line("supply_line"),
            lamps(adc),
            temperatures(),
            watchdog(),
            in.optional("rfid", READER, "serial:/dev/NAME or i2c:BUS:0xADDRESS"));
    if (options.residualTest().isPresent() && options.trip().isEmpty()) {
      in.problem("rcd_test_line", "rcd_trip_line with it, where the answer is seen", "none");
    }
    return options;
  }

  private List<PiOptions.Sensor> temperatures() {
    List<PiOptions.Sensor> sensors = new ArrayList<>();
    for (String word : in.optional("temperature", SENSORS, SENSORS_FORM).orElse("").split(",")) {
      Matcher parts = SENSOR.matcher(word.strip());
      if (parts.matches()) {
        String name = parts.group(1);
        sensors.add(
            new PiOptions.Sensor(name == null ? Reading.Temperature.OUTLET : name, parts.group(2)));
      }
    }
    long names = sensors.stream().map(PiOptions.Sensor::name).distinct().count();
    if (names < sensors.size()) {
      in.problem("temperature", "a name of its own for each of several sensors", "one twice");
    }
    return sensors;
  }

  private Optional<LineName> line(String key) {
    return in.optional(key, LineName.PATTERN, LineName.FORM).map(LineName::parse);
  }

  private LineName requiredLine(String key) {
    return LineName.parse(in.required(key, LineName.PATTERN, LineName.FORM, "0"));
  }

  private Optional<BusPlace> place(String key, Pattern pattern, String form, int radix) {
    return in.optional(key, pattern, form)
        .map(
            text -> {
              Matcher parts = pattern.matcher(text);
              return parts.matches()
                  ? new BusPlace(
                      Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2), radix))
                  : new BusPlace(0, 0);
            });
  }

  private AdcPlace adc() {
    if (!in.has("adc")) {
      in.problem("adc", "one of mcp3008, mcp3208, ads1115", "none");
    }
    Adc.Kind kind = in.choice("adc", Adc.Kind.class, Adc.Kind.MCP3208);
    int hertz = in.integer("adc_hertz", 100_000, 3_600_000, 1_000_000);
    double reference = in.number("adc_volts", 2, 5.5, 3.3);
    Optional<BusPlace> spi = place("adc_spi", SPI, SPI_FORM, 10);
    Optional<BusPlace> i2c = place("adc_i2c", I2C, I2C_FORM, 16);
    Optional<BusPlace> mine = kind.fast() ? spi : i2c;
    String key = kind.fast() ? "adc_spi" : "adc_i2c";
    if (mine.isEmpty() && !in.has(key)) {
      in.problem(key, "the place of the " + kind, "none");
    }
    if ((kind.fast() ? i2c : spi).isPresent()) {
      in.problem(kind.fast() ? "adc_i2c" : "adc_spi", "none with " + kind, "one");
    }
    return new AdcPlace(kind, mine.orElse(new BusPlace(0, 0)), hertz, reference);
  }

  private Pilot pilot(AdcPlace adc) {
    if (!in.has("pilot_pwm")) {
      in.problem("pilot_pwm", PWM_FORM, "none");
    }
    BusPlace pwm = place("pilot_pwm", PWM, PWM_FORM, 10).orElse(new BusPlace(0, 0));
    int last = adc.kind().channels() - 1;
    int high = in.integer("pilot_channel", 0, last);
    OptionalInt low = in.optionalInteger("pilot_low_channel", 0, last);
    Sampling sampling = in.choice("pilot_sampling", Sampling.class, Sampling.BURST);
    if (sampling == Sampling.BURST && !adc.kind().fast()) {
      in.problem(
          "pilot_sampling",
          "\"peak-hold\" with " + adc.kind() + ", which is too slow for a signal of 1 kHz",
          "\"burst\"");
    }
    if ((sampling == Sampling.PEAK_HOLD) != low.isPresent()) {
      in.problem(
          "pilot_low_channel",
          "a channel with pilot_sampling = \"peak-hold\", none with \"burst\"",
          low.isPresent() ? "one" : "none");
    }
    double scale = in.number("pilot_scale", 1, 30, 8);
    double offset = in.number("pilot_offset_volts", -40, 0, -13.2);
    double top = adc.kind().fast() ? adc.reference() : 4.096;
    if (offset > -LINE_VOLTS || offset + top * scale < LINE_VOLTS) {
      in.problem(
          "pilot_scale",
          "pilot_offset_volts + 0 to " + top + " V × pilot_scale to hold -12.6 to 12.6 V",
          String.format(Locale.ROOT, "%.2f to %.2f V", offset, offset + top * scale));
    }
    return new Pilot(
        pwm.bus(),
        pwm.device(),
        in.flag("pilot_pwm_inverted", false),
        line("pilot_enable_line"),
        sampling,
        high,
        low,
        scale,
        offset,
        in.integer("pilot_every_ms", 5, 50, 10));
  }

  private Optional<Proximity> proximity(AdcPlace adc) {
    boolean socket = evse.cable() instanceof EvseConfig.Cable.Socket;
    int last = adc.kind().channels() - 1;
    OptionalInt channel = in.optionalInteger("proximity_channel", 0, last);
    double supply = in.number("proximity_volts", 2, 5.5, 3.3);
    double pullUp = in.number("proximity_pull_up_ohms", 100, 10_000, 1000);
    if (socket && !in.has("proximity_channel")) {
      in.problem("proximity_channel", "a channel for an outlet with a socket", "none");
    }
    if (!socket && channel.isPresent()) {
      in.problem("proximity_channel", "none for a tethered cable", "one");
    }
    return channel.isPresent()
        ? Optional.of(new Proximity(channel.getAsInt(), supply, pullUp))
        : Optional.empty();
  }

  private ContactorLines contactors() {
    ContactorLines lines =
        new ContactorLines(
            requiredLine("contactor_line"),
            requiredLine("contactor_feedback_line"),
            line("contactor_l2_l3_line"),
            line("contactor_l2_l3_feedback_line"));
    boolean switching = evse.outlet() instanceof EvseConfig.Outlet.Ac ac && ac.phaseSwitching();
    if (switching && lines.more().isEmpty()) {
      in.problem("contactor_l2_l3_line", "a line with phase_switching = true", "none");
    }
    if (evse.phases() == 1 && lines.more().isPresent()) {
      in.problem("contactor_l2_l3_line", "none with phases = 1", "one");
    }
    if (lines.more().isPresent() != lines.moreFeedback().isPresent()) {
      in.problem(
          "contactor_l2_l3_feedback_line",
          "one line for each contactor",
          lines.moreFeedback().isPresent() ? "one without a contactor" : "none");
    }
    return lines;
  }

  private Optional<Lock> lock() {
    boolean wanted = evse.connectorLock() && evse.cable() instanceof EvseConfig.Cable.Socket;
    int pulse = in.integer("lock_pulse_ms", 50, 3000, 400);
    List<String> keys = List.of("lock_forward_line", "lock_reverse_line", "lock_feedback_line");
    boolean any = keys.stream().anyMatch(in::has);
    if (!wanted && !any) {
      return Optional.empty();
    }
    if (!wanted) {
      in.problem(keys.getFirst(), "no lock with a tethered cable or connector_lock = false", "one");
      return Optional.empty();
    }
    // IEC 61851-1 6.3 and IEC 62196-2: a cable of the user is held while current may flow.
    return Optional.of(
        new Lock(
            requiredLine(keys.get(0)),
            requiredLine(keys.get(1)),
            requiredLine(keys.get(2)),
            pulse));
  }

  private Lamps lamps(AdcPlace adc) {
    Optional<BusPlace> chain = place("led_spi", SPI, SPI_FORM, 10);
    Lamps lamps =
        new Lamps(
            line("led_red_line"),
            line("led_green_line"),
            line("led_blue_line"),
            line("buzzer_line"),
            chain,
            in.integer("led_count", 1, 300, 1));
    if (chain.isPresent() && adc.kind().fast() && chain.get().equals(adc.place())) {
      in.problem("led_spi", "another chip select than adc_spi", "the same");
    }
    return lamps;
  }

  private Optional<Dog> watchdog() {
    int seconds = in.integer("watchdog_seconds", 2, 60, 10);
    Optional<String> device = in.optional("watchdog", DEVICE, "a device such as /dev/watchdog");
    // The device can be opened once; the outlet that feeds it is to be named.
    if (device.isPresent()
        && board.evses().size() > 1
        && board.driverOptions().containsKey("watchdog")) {
      in.problem("watchdog", "the outlet that feeds it: watchdog_1", "one for all outlets");
    }
    return device.map(path -> new Dog(Path.of(path), seconds));
  }
}
