package energy.ebbflow.ocpp.domain;

import energy.ebbflow.ocpp.v2.authorization.OcspRequestData;
import energy.ebbflow.ocpp.v2.certificate.GetCertificateChainStatus;
import energy.ebbflow.ocpp.v2.der.GridEventFault;
import energy.ebbflow.ocpp.v2.needs.DerControl;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
      FAULTED;

      /** {@code AVAILABLE} as {@code Available}. */
      public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
      }
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
   * @param mode OCPP 2.1's OperationModeEnumType, where one rules
   * @param asleep the power electronics sleep (Q10.FR.04)
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
      List<MeterSample> samples,
      Optional<String> mode,
      Optional<Boolean> asleep)
      implements StationEvent {
    public Transaction {
      samples = List.copyOf(samples);
    }

    /** Without a mode. */
    public Transaction(
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
        List<MeterSample> samples) {
      this(
          kind,
          transaction,
          trigger,
          chargingState,
          evse,
          connector,
          token,
          remoteStart,
          stopReason,
          at,
          samples,
          Optional.empty(),
          Optional.empty());
    }

    /** The same as another kind. */
    public Transaction as(Kind other) {
      return new Transaction(
          other,
          transaction,
          trigger,
          chargingState,
          evse,
          connector,
          token,
          remoteStart,
          stopReason,
          at,
          samples,
          mode,
          asleep);
    }

    /** The same without saying who charges. */
    public Transaction nameless() {
      return new Transaction(
          kind,
          transaction,
          trigger,
          chargingState,
          evse,
          connector,
          Optional.empty(),
          remoteStart,
          stopReason,
          at,
          samples,
          mode,
          asleep);
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
   * @param byStation the station or its back office may say the user's needs, too (OCPP
   *     MobilityNeedsModeEnumType EVCC_SECC); otherwise the vehicle alone
   * @param departure absent where nobody told
   */
  record ChargingNeeds(
      int evse,
      String energyTransfer,
      String controlMode,
      boolean byStation,
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
      implements OfEnergy {}

  /** What the energy services of the link hear. */
  sealed interface OfEnergy extends StationEvent {}

  /**
   * An external system, such as an energy manager or a grid operator's box, says what may flow (K11
   * to K13, K27, K29, Q05, Q06). Replaces what the same source said of the same EVSE; where it says
   * nothing at all its word is taken back.
   *
   * @param source OCPP's ChargingLimitSourceEnumType: {@code EMS}, {@code SO} or {@code Other}
   * @param evse counts from 1; 0 is the whole station
   * @param chargeWattsMax at least 0
   * @param dischargeWattsMax a magnitude
   * @param setpointWatts signed target
   * @param localGeneration {@code chargeWattsMax} is what is generated here and comes on top of
   *     every limit
   * @param gridCritical the grid is in need of it
   * @param until when it ends by itself
   */
  record ExternalWord(
      String source,
      int evse,
      Optional<Double> chargeWattsMax,
      Optional<Double> dischargeWattsMax,
      Optional<Double> setpointWatts,
      boolean localGeneration,
      boolean gridCritical,
      Optional<Instant> until)
      implements OfEnergy {
    /** It takes back what it said. */
    public boolean silent() {
      return chargeWattsMax.isEmpty() && dischargeWattsMax.isEmpty() && setpointWatts.isEmpty();
    }
  }

  /**
   * A person at the station wants a transaction to go before others, or not any more (K22).
   *
   * @param evse counts from 1
   */
  record PriorityWish(int evse, boolean active) implements OfEnergy {}

  /**
   * How a vehicle plans to charge (NotifyEVChargingSchedule).
   *
   * @param at what the spans count from
   * @param spans what it plans, in order; empty where it said nothing, then what it was offered is
   *     told
   * @param dynamic the station steers: what the vehicle plans is not what will happen (K19.FR.10)
   * @param toleranceAccepted it promised to keep within the tolerance of its schedule
   */
  record VehicleSchedule(
      int evse, Instant at, List<Span> spans, boolean dynamic, Optional<Boolean> toleranceAccepted)
      implements OfEnergy {
    public VehicleSchedule {
      spans = List.copyOf(spans);
    }

    /** From {@code startSeconds} on, until the next; negative where it gives. */
    public record Span(int startSeconds, double watts) {}
  }

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

  /**
   * A rule of the grid code took over at an outlet, or does not any more (2.1 NotifyDERAlarm).
   *
   * @param fault what is wrong with the grid, where it is known
   * @param text for people
   */
  record GridAlarm(
      int evse,
      DerControl kind,
      Optional<GridEventFault> fault,
      boolean ended,
      String text,
      Instant at)
      implements ForServices {}

  /**
   * What the meter of an outlet says while no transaction runs there; told now and then, for values
   * that are due at times of the clock (J01).
   */
  record IdleReading(int evse, MeterSample sample) implements ForServices {}

  /** A command was carried out, or not. */
  record CommandResult(long command, boolean accepted, String reason) implements StationEvent {}

  /** What goes to one of the services beside the link. */
  sealed interface ForServices extends StationEvent {}

  /** What a vehicle asks that shows certificates. */
  sealed interface OfVehicle extends ForServices {}

  /**
   * May the contract of a vehicle charge here (C07)? Answered by {@link
   * BackOfficeCommand.AuthorisationAnswer} with the same request number.
   *
   * @param certificate PEM of the contract chain, for a back office that checks it itself
   * @param hashes one per certificate below the root; at most four
   */
  record ContractQuestion(
      long request,
      int evse,
      IdToken token,
      Optional<String> certificate,
      List<OcspRequestData> hashes)
      implements OfVehicle {
    public ContractQuestion {
      hashes = List.copyOf(hashes);
    }
  }

  /**
   * A vehicle wants its contract certificate (M01, M02). Answered by {@link
   * BackOfficeCommand.VehicleCertificateAnswer}.
   *
   * @param schema namespace of the message, e.g. {@code urn:iso:15118:2:2013:MsgDef}
   * @param update another one for one it has
   * @param exiRequest the vehicle's message, base64 of EXI
   * @param chainsMax how many contracts it takes (2.1)
   * @param prioritised contracts it wants first (2.1), at most 8
   */
  record VehicleCertificateQuestion(
      long request,
      String schema,
      boolean update,
      String exiRequest,
      Optional<Integer> chainsMax,
      List<String> prioritised)
      implements OfVehicle {
    public VehicleCertificateQuestion {
      prioritised = List.copyOf(prioritised);
    }
  }

  /**
   * Are the certificates of a vehicle still good (2.1 M07)? Answered by {@link
   * BackOfficeCommand.ChainAnswer}.
   *
   * @param certificates one to four
   */
  record ChainQuestion(long request, List<GetCertificateChainStatus.StatusRequest> certificates)
      implements OfVehicle {
    public ChainQuestion {
      certificates = List.copyOf(certificates);
    }
  }
}
