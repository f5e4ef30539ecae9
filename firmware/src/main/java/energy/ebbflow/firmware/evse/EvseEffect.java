package energy.ebbflow.firmware.evse;

import energy.ebbflow.firmware.circuit.Claim;
import energy.ebbflow.firmware.vehicles.Identity;
import energy.ebbflow.hal.Indicator;
import energy.ebbflow.hal.PilotSignal;
import energy.ebbflow.hal.PowerConverter;
import energy.ebbflow.iec61851.tolerance.PauseTolerance;
import energy.ebbflow.iec61851.tolerance.VehicleKey;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import java.util.List;
import java.util.Optional;

/** What one outlet asks to be done, in order. */
public sealed interface EvseEffect {
  /** Effects on devices: carried out on the outlet's own thread, at once. */
  sealed interface Device extends EvseEffect {}

  /** Puts a signal on the control pilot. */
  record Pilot(PilotSignal signal) implements Device {}

  /** Closes the power contactors. */
  record CloseContactors(int phases) implements Device {}

  /** Opens the power contactors. */
  record OpenContactors(String reason) implements Device {}

  /** Orders the DC converter. */
  record Convert(PowerConverter.Command command) implements Device {}

  /** Moves the connector lock. */
  record Lock(boolean locked) implements Device {}

  /** Starts or stops the isolation monitor. */
  record MeasureIsolation(boolean running) implements Device {}

  /** Runs the self-test of the residual-current detection. */
  record TestResidualCurrent() implements Device {}

  /** Shows a sign to people. */
  record Show(Indicator.Sign sign) implements Device {}

  /** Sends a response to the vehicle. */
  record Respond(long link, V2gMessage response) implements EvseEffect {}

  /** Closes the vehicle's connection. */
  record CloseLink(long link, String reason) implements EvseEffect {}

  /** Tells the back office. */
  record Tell(StationEvent event) implements EvseEffect {}

  /** Keeps the newest meter values of the transaction for the case of a crash. */
  record Keep(String transaction, MeterSample sample) implements EvseEffect {}

  /**
   * Transactions that an earlier run left open are to be ended now; no new one begins before.
   *
   * @param meter what the meter says; absent if it did not speak in time
   */
  record Settle(int evse, Optional<MeterSample> meter) implements EvseEffect {}

  /**
   * What is remembered of the vehicle? {@link EvseInput.Remembered} answers.
   *
   * @param visit counts the plugged vehicles
   * @param shown personal data: for the memory alone
   */
  record Recall(long visit, List<Identity> shown) implements EvseEffect {
    public Recall {
      shown = List.copyOf(shown);
    }
  }

  /** What the outlet wants of the circuit that it shares; {@link EvseInput.Granted} answers. */
  record Share(Claim claim) implements EvseEffect {}

  /** Something was learned of a vehicle and is to be remembered. */
  record Learn(VehicleKey key, PauseTolerance tolerance) implements EvseEffect {}

  /** Something to be recorded and shown. */
  record Observe(Observation observation) implements EvseEffect {}

  /**
   * The station is to restart: everything here is safe. The other outlets say it for themselves.
   */
  record Restart(String reason) implements EvseEffect {
    /** The restart waited for a transaction (OCPP B12: {@code ScheduledReset}). */
    public static final String WHEN_IDLE = "reset when idle";
  }

  /** The outlet has stopped after {@link EvseInput.Shutdown}: the process may end. */
  record Stopped() implements EvseEffect {}
}
