package energy.ebbflow.simulator.pilot;

import energy.ebbflow.firmware.config.EnergySection;
import energy.ebbflow.firmware.evse.Evse;
import energy.ebbflow.firmware.evse.EvseEffect;
import energy.ebbflow.firmware.evse.EvseInput;
import energy.ebbflow.firmware.evse.EvseSettings;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.firmware.evse.Observation;
import energy.ebbflow.firmware.evse.path.PathChoice;
import energy.ebbflow.firmware.supervisor.SupervisorConfig;
import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.hal.EvseConfig.Outlet;
import energy.ebbflow.hal.Reading;
import energy.ebbflow.hal.Volts;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Unit;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A whole AC outlet of three phases and 32 A; its user is accepted at once. */
final class OutletStage implements PilotPlayer.Stage {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final double GRID_VOLTS = 230;
  private static final double AMPS_MAX = 32;

  private final Plant plant;
  private final Played played;
  private Evse evse;
  private long now;

  OutletStage(PilotScript script, Plant plant, Played played) {
    this.plant = plant;
    this.played = played;
    this.evse = Evse.initial(settings(script));
    step(new EvseInput.Commanded(new BackOfficeCommand.LinkChanged(true, "script")));
  }

  private static EvseSettings settings(PilotScript script) {
    return new EvseSettings(
        new EvseConfig(
            1,
            "DE*EBB*E0001*1",
            EvseConfig.Connector.TYPE2,
            new EvseConfig.Cable.Socket(),
            3,
            new Volts(GRID_VOLTS),
            new Amps(40),
            new Amps(40),
            script.ventilation(),
            true,
            new Outlet.Ac(new Amps(AMPS_MAX), Amps.ZERO, false)),
        new PathChoice(script.digital(), true, PathChoice.LINK_NANOS),
        SupervisorConfig.of(false, GRID_VOLTS, AMPS_MAX, 80),
        new EnergySection(EnergySection.Unmanaged.CHARGE, EnergySection.Discharge.NOBODY, 20, 6),
        (freshId, previous, without) -> {
          throw new IllegalStateException("nobody connects to a scripted line");
        },
        Optional.of(new IdToken("04A1B2C3D4", "ISO14443")),
        60 * NANOS_PER_SECOND,
        15 * NANOS_PER_SECOND,
        60 * NANOS_PER_SECOND,
        "script");
  }

  @Override
  public void act(Act act, long millis) {
    now = millis;
    switch (act) {
      case Act.Limit(double amps) -> {
        played.note("office", "at most " + amps + " A");
        step(
            new EvseInput.Commanded(
                // Of the whole station: a hard limit, for which a pause goes before any floor.
                new PowerBounds(
                    0,
                    Optional.of(new Quantity(amps, Unit.AMPERE)),
                    Optional.empty(),
                    Optional.empty(),
                    "ChargingOnly",
                    "script",
                    Optional.empty())));
      }
      case Act other ->
          throw new IllegalArgumentException(
              "an outlet decides by itself, got " + other + "; use subject line");
    }
  }

  @Override
  public void tick(List<Reading> readings, long millis) {
    now = millis;
    readings.forEach(reading -> step(new EvseInput.Measured(reading)));
    step(new EvseInput.Tick());
  }

  private void step(EvseInput input) {
    long nanos = now * NANOS_PER_MILLI;
    Evse.Step step = evse.step(input, new Moment(nanos, Instant.ofEpochSecond(0, nanos)));
    evse = step.next();
    step.effects().forEach(this::carryOut);
  }

  private void carryOut(EvseEffect effect) {
    switch (effect) {
      case EvseEffect.Pilot pilot -> plant.signal(pilot.signal());
      case EvseEffect.CloseContactors close -> plant.contactors(true, "", now);
      case EvseEffect.OpenContactors open -> plant.contactors(false, open.reason(), now);
      case EvseEffect.Lock lock -> plant.lock(lock.locked());
      case EvseEffect.TestResidualCurrent test -> plant.testResidual();
      case EvseEffect.Tell(StationEvent.AuthorisationQuestion question) ->
          step(
              new EvseInput.Commanded(
                  new BackOfficeCommand.AuthorisationAnswer(question.request(), true, "Accepted")));
      case EvseEffect.Observe(Observation.Pilot pilot) -> {
        if (pilot.from() != pilot.state()) {
          played.note("state", pilot.from() + " -> " + pilot.state());
        }
      }
      case EvseEffect.Observe(Observation.Fault fault) ->
          played.note(
              "fault",
              fault.cleared() ? fault.code() + " is over" : fault.code() + ": " + fault.text());
      case EvseEffect.Observe(Observation.Note note) -> played.note("note", note.text());
      case EvseEffect other -> {}
    }
  }
}
