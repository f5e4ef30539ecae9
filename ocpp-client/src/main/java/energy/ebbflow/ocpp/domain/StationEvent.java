package energy.ebbflow.ocpp.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the station tells its back office. */
public sealed interface StationEvent {

  /**
   * The station, or one of its outlets, has another availability. Evse and connector count from 1.
   */
  record ConnectorStatus(int evse, int connector, Status status, Instant at)
      implements StationEvent {
    /** OCPP 2.x ConnectorStatusEnumType. */
    public enum Status {
      AVAILABLE,
      OCCUPIED,
      RESERVED,
      UNAVAILABLE,
      FAULTED
    }
  }

  /**
   * May this token charge here? Answered by {@link BackOfficeCommand.AuthorisationAnswer} with the
   * same request number.
   */
  record AuthorisationQuestion(long request, int evse, IdToken token) implements StationEvent {}

  /**
   * An event of a transaction, durable.
   *
   * @param kind started, updated, ended
   * @param transaction the station's own identifier, unique for ever, at most 36 characters
   * @param trigger OCPP's TriggerReasonEnumType, e.g. {@code CablePluggedIn}, {@code Authorized}
   * @param chargingState OCPP's ChargingStateEnumType, e.g. {@code Charging}, {@code EVConnected}
   * @param evse counts from 1
   * @param token who charges, where known
   * @param remoteStart number of the remote start that caused it
   * @param stopReason OCPP's ReasonEnumType, only when ended
   * @param samples meter values, oldest first; begin and end of a transaction carry one each
   */
  record Transaction(
      Kind kind,
      String transaction,
      String trigger,
      String chargingState,
      int evse,
      int connector,
      Optional<IdToken> token,
      Optional<Integer> remoteStart,
      Optional<String> stopReason,
      Instant at,
      List<MeterSample> samples)
      implements StationEvent {
    public Transaction {
      samples = List.copyOf(samples);
    }

    /** OCPP 2.x TransactionEventEnumType. */
    public enum Kind {
      STARTED,
      UPDATED,
      ENDED
    }
  }

  /**
   * What the vehicle needs and can (NotifyEVChargingNeeds). Magnitudes, at least 0.
   *
   * @param energyTransfer OCPP's EnergyTransferModeEnumType, e.g. {@code DC_BPT}
   * @param controlMode {@code DynamicControl} or {@code ScheduledControl}
   * @param departure absent where the vehicle did not tell
   */
  record ChargingNeeds(
      int evse,
      String energyTransfer,
      String controlMode,
      Optional<Instant> departure,
      Optional<Double> chargeWattsMax,
      Optional<Double> dischargeWattsMax,
      Optional<Double> voltsMin,
      Optional<Double> voltsMax,
      Optional<Double> chargeAmpsMax,
      Optional<Double> dischargeAmpsMax,
      Optional<Double> energyTargetWh,
      Optional<Double> energyMaxWh,
      Optional<Double> energyMinWh,
      Optional<Double> socPercent)
      implements StationEvent {}

  /** A fault began or ended. {@code code} is a ChargeX MREC name where one exists. */
  record Fault(int evse, String code, String text, boolean cleared, Instant at)
      implements StationEvent {}

  /**
   * What charging by duty cycle makes known: power above the request because of a vehicle's minimum
   * current, pauses, and how the vehicle bore them.
   *
   * @param event one word, e.g. {@code AboveRequest}, {@code Paused}, {@code Resumed}
   * @param reason one word, e.g. {@code VEHICLE_NOT_TESTED}, {@code HARD_LIMIT}; may be empty
   * @param requestWatts what was asked for
   * @param offeredWatts what is offered
   * @param text for people
   */
  record MinimumCurrent(
      int evse,
      String event,
      String reason,
      Optional<Double> requestWatts,
      Optional<Double> offeredWatts,
      String text,
      Instant at)
      implements StationEvent {}

  /** A command was carried out, or not. */
  record CommandResult(long command, boolean accepted, String reason) implements StationEvent {}
}
