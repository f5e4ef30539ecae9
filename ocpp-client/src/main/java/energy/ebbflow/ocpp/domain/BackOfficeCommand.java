package energy.ebbflow.ocpp.domain;

import energy.ebbflow.ocpp.v2.certificate.GetCertificateChainStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a back office wants. A command with a number is answered by {@link
 * StationEvent.CommandResult} with that number, within 5 s, or the link answers for the station
 * that it was rejected.
 */
public sealed interface BackOfficeCommand {

  /** The link is up and the station is accepted, or it is down. */
  record LinkChanged(boolean online, String detail) implements BackOfficeCommand {}

  /**
   * Answer to {@link StationEvent.AuthorisationQuestion}; while offline the link answers itself.
   *
   * @param allowed how energy may flow for this user; absent where nobody said so, then OCPP 2.1
   *     means charging only (AuthorizeResponse.allowedEnergyTransfer)
   */
  record AuthorisationAnswer(
      long request, boolean accepted, String status, Optional<Set<EnergyTransfer>> allowed)
      implements BackOfficeCommand {
    public AuthorisationAnswer {
      allowed = allowed.map(Set::copyOf);
    }

    /** Nobody said how energy may flow. */
    public AuthorisationAnswer(long request, boolean accepted, String status) {
      this(request, accepted, status, Optional.empty());
    }
  }

  /**
   * How energy may flow in a running transaction from now on (OCPP 2.1
   * NotifyAllowedEnergyTransfer).
   */
  record AllowEnergyTransfer(long command, String transaction, Set<EnergyTransfer> allowed)
      implements BackOfficeCommand {
    public AllowEnergyTransfer {
      allowed = Set.copyOf(allowed);
    }
  }

  /**
   * The back office deauthorised a running transaction.
   *
   * @param status its word for the token
   * @param stop it ends; otherwise it goes on without energy
   */
  record Deauthorise(String transaction, String status, boolean stop)
      implements BackOfficeCommand {}

  /**
   * A running transaction ends by a rule of the station: a bound is reached (OCPP 2.1 E16), or
   * somebody of the same group or with a master pass has ended it (C09, C16).
   *
   * @param reason OCPP's ReasonEnumType
   * @param trigger OCPP's TriggerReasonEnumType
   * @param shown token of whoever ended it
   */
  record End(String transaction, String reason, String trigger, Optional<IdToken> shown)
      implements BackOfficeCommand {}

  /** Remote start. {@code evse} 0 where the back office named none. */
  record Start(long command, int remoteStart, int evse, IdToken token)
      implements BackOfficeCommand {}

  /** Remote stop. */
  record Stop(long command, String transaction) implements BackOfficeCommand {}

  /** Restart; immediately, or once no transaction runs. {@code evse} 0 means the station. */
  record Reset(long command, boolean immediately, int evse) implements BackOfficeCommand {}

  /**
   * Release the connector lock.
   *
   * @param ends a transaction that runs is ended first (1.6, section 5.18); otherwise it stands
   *     against the release
   */
  record Unlock(long command, int evse, boolean ends) implements BackOfficeCommand {}

  /**
   * Reads or changes what the station remembers of vehicles. The answer's reason is a JSON object.
   *
   * @param action {@code ListVehicles}, {@code SetVehicle} or {@code ForgetVehicle}
   * @param request a JSON object, at most 4096 characters
   */
  record Vehicles(long command, String action, String request) implements BackOfficeCommand {}

  /** In or out of service. {@code evse} 0 means the station. */
  record Availability(long command, int evse, boolean operative) implements BackOfficeCommand {}

  /**
   * What the charging profiles say now. Sent whenever it changes, at the latest when {@code
   * validUntil} is reached; replaces all earlier ones of the same EVSE.
   *
   * @param evse counts from 1; 0 is the whole station
   * @param chargeLimit most power or current into the vehicle, at least 0
   * @param dischargeLimit most power or current out of the vehicle, a magnitude at least 0
   * @param setpoint signed target, positive towards the vehicle
   * @param operationMode OCPP 2.1 OperationModeEnumType, e.g. {@code CentralSetpoint}
   * @param profile which profile won, for people
   * @param validUntil when these values end
   * @param steering what the outlet finds out by itself meanwhile
   */
  record PowerBounds(
      int evse,
      Optional<Quantity> chargeLimit,
      Optional<Quantity> dischargeLimit,
      Optional<Quantity> setpoint,
      String operationMode,
      String profile,
      Optional<Instant> validUntil,
      Steering steering)
      implements BackOfficeCommand {

    /** The outlet only has to obey. */
    public PowerBounds(
        int evse,
        Optional<Quantity> chargeLimit,
        Optional<Quantity> dischargeLimit,
        Optional<Quantity> setpoint,
        String operationMode,
        String profile,
        Optional<Instant> validUntil) {
      this(
          evse,
          chargeLimit,
          dischargeLimit,
          setpoint,
          operationMode,
          profile,
          validUntil,
          Steering.NONE);
    }

    /**
     * A value of a charging profile.
     *
     * @param unit watt, or ampere per phase
     */
    public record Quantity(double value, Unit unit) {}

    /** OCPP's ChargingRateUnitEnumType. */
    public enum Unit {
      WATT,
      AMPERE
    }
  }

  /**
   * What the charging profiles say over time. Sent when the profiles or the transaction of an EVSE
   * change, and before its end; replaces the one before of the same EVSE.
   *
   * @param evse counts from 1; the limits of the whole station are within it
   * @param start where it begins
   * @param seconds how long it holds, at least 1
   * @param spans in order, the first at 0 s, at least one
   * @param currency of the prices, ISO 4217
   */
  record PowerCourse(
      int evse, Instant start, long seconds, List<Span> spans, Optional<String> currency)
      implements BackOfficeCommand {
    public PowerCourse {
      spans = List.copyOf(spans);
      if (spans.isEmpty() || seconds < 1) {
        throw new IllegalArgumentException("a course has a span and lasts 1 s at least");
      }
    }

    /** Whether it still holds then; seconds since 1970. */
    public boolean endsAfter(long utcSeconds) {
      return start.getEpochSecond() + seconds > utcSeconds;
    }

    /**
     * One span; it lasts until the next.
     *
     * @param startSeconds from the start
     * @param chargeWattsMax at least 0
     * @param dischargeWattsMax a magnitude; absent where nobody limits it
     * @param setpointWatts signed target
     * @param pricePerKwh of energy into the vehicle
     */
    public record Span(
        long startSeconds,
        double chargeWattsMax,
        Optional<Double> dischargeWattsMax,
        Optional<Double> setpointWatts,
        Optional<Double> pricePerKwh) {}
  }

  /**
   * What became of a person's wish for priority (K22).
   *
   * @param refusal why it has none; absent where it is done
   */
  record PriorityAnswer(int evse, boolean active, Optional<String> refusal)
      implements BackOfficeCommand {}

  /**
   * What the back office makes of the needs of a vehicle (K15 to K19).
   *
   * @param verdict whether a schedule comes
   */
  record NeedsAnswer(int evse, Verdict verdict) implements BackOfficeCommand {
    /** OCPP's NotifyEVChargingNeedsStatusEnumType. */
    public enum Verdict {
      /** A schedule comes at once. */
      ACCEPTED,
      /** A schedule comes later: nobody has to wait. */
      PROCESSING,
      /** No schedule in ISO 15118-2; the way of charging is refused in ISO 15118-20. */
      REJECTED,
      /** No schedule comes. */
      NO_PROFILE,
      /** The back office cannot be asked, or said nothing that makes sense. */
      UNHEARD
    }
  }

  /**
   * What the grid code demands of every outlet from now on; replaces what it demanded before. At
   * most one rule of each kind.
   */
  record GridRules(List<GridRule> rules) implements BackOfficeCommand {
    public GridRules {
      rules = List.copyOf(rules);
    }
  }

  /**
   * Answer to {@link StationEvent.VehicleCertificateQuestion}.
   *
   * @param exiResponse the message for the vehicle, base64 of EXI; empty where it was refused
   * @param remaining contracts that are still to be fetched (2.1)
   */
  record VehicleCertificateAnswer(
      long request, boolean accepted, String exiResponse, Optional<Integer> remaining)
      implements BackOfficeCommand {}

  /**
   * Answer to {@link StationEvent.ChainQuestion}.
   *
   * @param statuses empty where the back office cannot say
   */
  record ChainAnswer(long request, List<GetCertificateChainStatus.CertificateStatus> statuses)
      implements BackOfficeCommand {
    public ChainAnswer {
      statuses = List.copyOf(statuses);
    }
  }
}
