package energy.ebbflow.firmware.backoffice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.domain.BackOffice;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.profile.Electrical;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R10 to R12: an energy manager limits, sees power and not people, and commands nothing else. */
class EnergyManagerTest {
  private final List<StationEvent> seen = new ArrayList<>();
  private final List<StationEvent.ExternalWord> words = new ArrayList<>();
  private final List<BackOfficeCommand> alone = new ArrayList<>();

  private EnergyManager manager(boolean standsAlone) {
    BackOffice link =
        new BackOffice() {
          @Override
          public void start(CommandSink sink) {}

          @Override
          public void report(StationEvent event) {
            seen.add(event);
          }

          @Override
          public void close() {}
        };
    return new EnergyManager(
        link,
        List.of(new Electrical(230, 3, 22_000, 0)),
        words::add,
        standsAlone ? Optional.of(alone::add) : Optional.empty());
  }

  private static PowerBounds amps(Optional<Double> amps) {
    return new PowerBounds(
        1,
        amps.map(value -> new Quantity(value, Unit.AMPERE)),
        amps.map(value -> new Quantity(0, Unit.AMPERE)),
        Optional.empty(),
        "ChargingOnly",
        "TxDefaultProfile 1",
        Optional.empty());
  }

  /** 10 A on three phases of 230 V; a profile that only charges forbids no discharge. */
  @Test
  void itsProfilesAreExternalLimits() {
    EnergyManager manager = manager(false);
    manager.offer(amps(Optional.of(10.0)));
    assertEquals("EMS", words.getLast().source());
    assertEquals(1, words.getLast().evse());
    assertEquals(Optional.of(6_900.0), words.getLast().chargeWattsMax());
    assertEquals(Optional.empty(), words.getLast().dischargeWattsMax());
    manager.offer(amps(Optional.empty()));
    assertTrue(words.getLast().silent());
  }

  @Test
  void aStationAloneObeysItDirectly() {
    manager(true).offer(amps(Optional.of(10.0)));
    assertEquals(1, alone.size());
    assertTrue(words.isEmpty());
  }

  @Test
  void itCommandsNothingElse() {
    manager(false).offer(new BackOfficeCommand.Stop(4, "t"));
    StationEvent.CommandResult result = (StationEvent.CommandResult) seen.getLast();
    assertEquals(4, result.command());
    assertFalse(result.accepted());
  }

  @Test
  void itDoesNotHearWhoCharges() {
    manager(false)
        .hear(
            new StationEvent.Transaction(
                Kind.STARTED,
                "t",
                "Authorized",
                "Charging",
                1,
                1,
                Optional.of(new IdToken("DE-ABC-C12345678-9", "eMAID")),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                List.of()));
    StationEvent.Transaction told = (StationEvent.Transaction) seen.getLast();
    assertEquals("EBBFLOW", told.token().orElseThrow().value());
  }
}
