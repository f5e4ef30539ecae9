package energy.ebbflow.firmware.evse.dc;

import energy.ebbflow.hal.Amps;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.hal.Volts;

/** A state of the DC power path. Immutable. */
public sealed interface DcState
    permits Off,
        Closing,
        Raising,
        Insulated,
        Lowering,
        PreCharging,
        Transferring,
        Ramping,
        Opening,
        Broken {

  /** IEC 61851-23: below 60 V a conductor is safe to touch. */
  double SAFE_VOLTS = 60;

  /** Takes an order, or looks at the time; returns itself where nothing changes. */
  DcState on(DcOrder order, DcView view, long nowNanos);

  /** What the devices shall do while in this state. */
  DcOutput output(DcView view);

  /** Whether the contactors may be closed or voltage may be at the outlet. */
  default boolean energising() {
    return !(this instanceof Off || this instanceof Broken);
  }

  /** The converter's order to give nothing. */
  static PowerConverter.Command converterOff() {
    return new PowerConverter.Command.Off();
  }

  /** The converter's order to hold a voltage with a small current. */
  static PowerConverter.Command hold(double volts, double limitAmps) {
    return new PowerConverter.Command.HoldVoltage(new Volts(volts), new Amps(limitAmps));
  }

  /** The converter's order to regulate a current. */
  static PowerConverter.Command current(double amps, DcView view) {
    return new PowerConverter.Command.Current(
        new Amps(amps), new Volts(view.ceilingVolts()), new Volts(view.floorVolts()));
  }
}
