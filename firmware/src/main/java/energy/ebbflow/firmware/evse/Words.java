package energy.ebbflow.firmware.evse;

import energy.ebbflow.iso15118.secc.SeccEffect;
import energy.ebbflow.iso15118.secc.VehicleWord;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.time.Instant;
import java.util.List;

/** What a vehicle tells beyond its limits: kept, and recorded. */
final class Words {
  private final Pass pass;

  Words(Pass pass) {
    this.pass = pass;
  }

  /** Our own: as many steps as a vehicle's plan has at most. */
  private static final int SPANS_MAX = 1024;

  /** The end of the year 9999: no clock of a vehicle means more. */
  private static final long UTC_SECONDS_MAX = 253_402_300_799L;

  private static long sane(long utcSeconds) {
    return Math.clamp(utcSeconds, 0, UTC_SECONDS_MAX);
  }

  /** OCPP K15.FR.10, K19.FR.10: the back office hears how the vehicle plans to charge. */
  private StationEvent.VehicleSchedule schedule(VehicleWord.ProfileChosen chosen) {
    long start =
        chosen.steps().stream()
            .findFirst()
            .map(step -> sane(step.startUtcSeconds()))
            .orElse(pass.now.wall().getEpochSecond());
    List<StationEvent.VehicleSchedule.Span> spans =
        chosen.steps().stream()
            .limit(SPANS_MAX)
            .map(
                step ->
                    new StationEvent.VehicleSchedule.Span(
                        Math.clamp(sane(step.startUtcSeconds()) - start, 0, Integer.MAX_VALUE),
                        step.watts()))
            .toList();
    return new StationEvent.VehicleSchedule(
        pass.settings.id(),
        Instant.ofEpochSecond(start),
        spans,
        pass.state.vehicle.service().filter(SeccEffect.ServiceSelected::dynamic).isPresent(),
        chosen.toleranceConfirmed());
  }

  void take(VehicleWord word) {
    pass.observe(new Observation.Word(word));
    switch (word) {
      case VehicleWord.ProfileChosen chosen -> {
        pass.state.vehicle = pass.state.vehicle.planning(chosen);
        pass.add(new EvseEffect.Tell(schedule(chosen)));
      }
      case VehicleWord.BidirectionalTerms terms ->
          pass.state.vehicle = pass.state.vehicle.agreeing(terms);
      case VehicleWord.ProfileViolated violated ->
          pass.note(
              String.format(
                  "the vehicle leaves its plan: %.0f W promised, %.0f W measured",
                  violated.promisedWatts(), violated.watts()));
      case VehicleWord.MeterConfirmed confirmed -> {}
      case VehicleWord.EndExplained why ->
          pass.note(
              "the vehicle ends its session: "
                  + why.code().orElse("no code")
                  + why.explanation().map(text -> ", " + text).orElse(""));
      case VehicleWord.StandbyBegun standby -> {
        pass.state.standby = true;
        pass.note("the vehicle rests in standby");
      }
      case VehicleWord.CheckedIn in -> {}
      case VehicleWord.CheckedOut out -> {}
      case VehicleWord.DirectionChosen direction -> {}
      case VehicleWord.ServiceAdded service -> {}
      case VehicleWord.EnergyOffered offer -> {}
    }
  }
}
