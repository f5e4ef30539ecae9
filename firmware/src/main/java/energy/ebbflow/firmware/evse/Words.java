package energy.ebbflow.firmware.evse;

import energy.ebbflow.iso15118.secc.VehicleWord;

/** What a vehicle tells beyond its limits: kept, and recorded. */
final class Words {
  private final Pass pass;

  Words(Pass pass) {
    this.pass = pass;
  }

  void take(VehicleWord word) {
    pass.observe(new Observation.Word(word));
    switch (word) {
      case VehicleWord.ProfileChosen chosen ->
          pass.state.vehicle = pass.state.vehicle.planning(chosen);
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
