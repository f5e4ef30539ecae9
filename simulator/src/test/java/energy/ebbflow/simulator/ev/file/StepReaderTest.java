package energy.ebbflow.simulator.ev.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.config.ConfigException;
import energy.ebbflow.hal.config.ConfigFile;
import energy.ebbflow.simulator.ev.model.Misbehaviour;
import energy.ebbflow.simulator.ev.script.Deed;
import energy.ebbflow.simulator.ev.script.VehicleStep;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepReaderTest {
  private static final String ALL =
      """
      [[step]]
      when = "plugged for 2 s"
      do = "set_soc"
      percent = 33.5
      [[step]]
      when = "in ChargeLoop for 5 s"
      do = "change_needs"
      departure_seconds = 3600
      target_soc_percent = 70
      [[step]]
      when = "1 s later"
      do = "allow_discharge"
      allowed = false
      [[step]]
      when = "1 s later"
      do = "pause"
      [[step]]
      when = "paused for 5 s"
      do = "resume"
      [[step]]
      when = "soc above 60"
      do = "misbehave"
      kind = "wrong_session"
      state = "ChargeLoop"
      [[step]]
      when = "broken"
      do = "unplug"
      [[step]]
      when = "1 s later"
      do = "plug"
      [[step]]
      when = "talking"
      do = "standby"
      [[step]]
      when = "talking"
      do = "renegotiate_schedule"
      [[step]]
      when = "talking"
      do = "renegotiate_service"
      [[step]]
      when = "talking"
      do = "misbehave"
      kind = "garbage"
      [[step]]
      when = "at 100 s"
      do = "stop"
      """;

  private static List<VehicleStep> read(String toml) throws ConfigException {
    ConfigFile file = ConfigFile.parse("s.toml", toml);
    List<VehicleStep> steps = StepReader.read(file.root());
    file.finish();
    return steps;
  }

  @Test
  void everyDeedIsRead() throws Exception {
    List<VehicleStep> steps = read(ALL);
    assertEquals(13, steps.size());
    assertEquals(new Deed.SetSoc(33.5), steps.getFirst().deed());
    assertEquals(
        new Deed.ChangeNeeds(Optional.of(3600L), Optional.of(70), Optional.empty()),
        steps.get(1).deed());
    assertEquals(
        new Deed.Misbehave(Misbehaviour.Kind.WRONG_SESSION, "ChargeLoop"), steps.get(5).deed());
    assertEquals(new Deed.Misbehave(Misbehaviour.Kind.GARBAGE, ""), steps.get(11).deed());
    assertEquals(new Deed.Stop(), steps.getLast().deed());
  }

  // The bench hands a scenario's steps to the vehicle's process as text.
  @Test
  void writtenStepsAreReadAsTheyWere() throws Exception {
    List<VehicleStep> steps = read(ALL);
    assertEquals(steps, read(StepWriter.write(steps)));
  }

  @Test
  void unknownTriggerNamesTheKnownOnes() {
    ConfigException refused =
        assertThrows(
            ConfigException.class, () -> read("[[step]]\nwhen = \"tomorrow\"\ndo = \"stop\"\n"));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("s.toml:2") && message.contains("soc above N"), message);
  }

  @Test
  void changeOfNeedsWithoutNeedsIsRefused() {
    assertThrows(
        ConfigException.class, () -> read("[[step]]\nwhen = \"plugged\"\ndo = \"change_needs\"\n"));
  }

  /** A step that waits for a state there is not would never be taken. */
  @Test
  void unknownStatesAreNamed() {
    String text =
        """
        [misbehaviour]
        kind = "silent"
        state = "Precharge"
        [[step]]
        when = "in ChargeLop for 5 s"
        do = "stop"
        [[step]]
        when = "talking"
        do = "misbehave"
        kind = "repeat"
        state = "Talking"
        """;
    String message =
        String.valueOf(
            assertThrows(
                    ConfigException.class,
                    () ->
                        VehicleFile.script(
                            VehicleFile.read("bpt-dc"), ConfigFile.parse("s.toml", text)))
                .getMessage());
    assertTrue(message.contains("s.toml:3") && message.contains("got `Precharge`"), message);
    assertTrue(message.contains("s.toml:5") && message.contains("got `ChargeLop`"), message);
    assertTrue(message.contains("s.toml:11") && message.contains("got `Talking`"), message);
  }
}
