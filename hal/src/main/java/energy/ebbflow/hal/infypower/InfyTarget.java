package energy.ebbflow.hal.infypower;

import energy.ebbflow.hal.PowerConverter.Command;

/**
 * What the whole group is told.
 *
 * @param on whether there is output
 * @param fromVehicle direction of the power
 * @param volts towards the vehicle: never exceeded; from it: never fallen below
 * @param amps magnitude of the current, all modules together
 */
record InfyTarget(boolean on, boolean fromVehicle, double volts, double amps) {
  static final InfyTarget OFF = new InfyTarget(false, false, 0, 0);

  /**
   * What a command means.
   *
   * @param fromVehicle the present direction; a command of 0 A keeps it
   */
  static InfyTarget of(Command command, boolean fromVehicle) {
    return switch (command) {
      case Command.Off off -> new InfyTarget(false, fromVehicle, 0, 0);
      case Command.HoldVoltage hold ->
          new InfyTarget(true, false, hold.volts().value(), hold.limit().value());
      case Command.Current current -> {
        double amps = current.amps().value();
        boolean takes = amps == 0 ? fromVehicle : amps < 0;
        double volts = takes ? current.floor().value() : current.ceiling().value();
        yield new InfyTarget(true, takes, volts, Math.abs(amps));
      }
    };
  }

  InfyTarget withAmps(double other) {
    return new InfyTarget(on, fromVehicle, volts, other);
  }

  InfyTarget turned(boolean nowFromVehicle) {
    return new InfyTarget(on, nowFromVehicle, volts, 0);
  }

  int millivolts() {
    return (int) Math.round(volts * 1000);
  }

  int milliamps() {
    return (int) Math.round(amps * 1000);
  }
}
