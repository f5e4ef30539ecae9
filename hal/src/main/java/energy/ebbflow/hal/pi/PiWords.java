package energy.ebbflow.hal.pi;

import energy.ebbflow.hal.linux.LineName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What hangs where, one line for each device. Pure. */
final class PiWords {
  private PiWords() {}

  static List<String> of(PiOptions options) {
    List<String> words = new ArrayList<>();
    PiOptions.Pilot pilot = options.pilot();
    PiOptions.AdcPlace adc = options.adc();
    String bus = adc.kind().fast() ? "SPI %d.%d" : "I2C %d:0x%02x";
    words.add(
        String.format(
            Locale.ROOT,
            "pilot: PWM chip %d channel %d, %s on " + bus + " channel %d, every %d ms",
            pilot.chip(),
            pilot.channel(),
            adc.kind(),
            adc.place().bus(),
            adc.place().device(),
            pilot.high(),
            pilot.everyMillis()));
    options
        .proximity()
        .ifPresent(place -> words.add("proximity: channel " + place.channel() + " of the same"));
    PiOptions.ContactorLines contactors = options.contactors();
    words.add("contactor: " + contactors.main() + ", mirror contact " + contactors.feedback());
    if (contactors.more().isPresent()) {
      words.add(
          "contactor of L2 and L3: "
              + contactors.more().get()
              + contactors.moreFeedback().map(line -> ", mirror contact " + line).orElse(""));
    }
    options
        .lock()
        .ifPresent(
            lock ->
                words.add(
                    "lock: in "
                        + lock.forward()
                        + ", out "
                        + lock.reverse()
                        + ", bolt "
                        + lock.bolt()));
    line(words, "residual-current trip", options.trip());
    line(words, "residual-current test", options.residualTest());
    line(words, "emergency stop", options.emergency());
    line(words, "grid monitor", options.grid());
    line(words, "earth monitor", options.earth());
    line(words, "supply", options.supply());
    options
        .temperatures()
        .forEach(sensor -> words.add("temperature, " + sensor.name() + ": " + sensor.place()));
    options
        .watchdog()
        .ifPresent(dog -> words.add("watchdog: " + dog.device() + ", " + dog.seconds() + " s"));
    return words;
  }

  private static void line(List<String> words, String device, Optional<LineName> line) {
    line.ifPresent(name -> words.add(device + ": " + name));
  }
}
