package energy.ebbflow.ocpp.upkeep;

import energy.ebbflow.ocpp.device.Key;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.energy.EnergyNotice;
import energy.ebbflow.ocpp.rpc.Action;
import energy.ebbflow.ocpp.stream.Stream;
import energy.ebbflow.ocpp.v2.authorization.OcspRequestData;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import energy.ebbflow.ocpp.v2.diagnostics.UploadStatus;
import energy.ebbflow.ocpp.v2.firmware.FirmwareStatus;
import energy.ebbflow.ocpp.v2.operation.EventTrigger;
import energy.ebbflow.ocpp.v2.reservation.ReservationStatusUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something to be told to the back office, whichever dialect it speaks. */
public sealed interface Notice {
  /** Whether it may wait for the link to come back; somebody stands there otherwise. */
  default boolean patient() {
    return true;
  }

  /** Whether what transactions have to tell goes first. */
  default boolean afterTransactions() {
    return false;
  }

  /** A notice that is worth nothing later. */
  sealed interface Urgent extends Notice {
    @Override
    default boolean patient() {
      return false;
    }
  }

  /**
   * A certificate is wanted (A02, A03).
   *
   * @param requestId of 2.1
   */
  record Signing(SigningUse use, String request, int requestId) implements Notice {}

  /**
   * How far an update of the firmware is (L01).
   *
   * @param requestId of the order; absent for one of 1.6 without the whitepaper, and when idle
   */
  record Firmware(FirmwareStatus status, Optional<Integer> requestId, String text)
      implements Notice {}

  /**
   * How far the upload of a log is (N01).
   *
   * @param requestId absent for GetDiagnostics of 1.6
   */
  record Log(UploadStatus status, Optional<Integer> requestId, String text) implements Notice {}

  /**
   * No log is being uploaded.
   *
   * @param whitepaper in 1.6 by LogStatusNotification, not by DiagnosticsStatusNotification
   */
  record LogIdle(boolean whitepaper) implements Notice {}

  /**
   * A monitored variable is worth an event (N07, N08).
   *
   * @param cleared a threshold is no longer exceeded
   */
  record Event(
      int number,
      Key key,
      String value,
      EventTrigger trigger,
      boolean cleared,
      int monitor,
      int severity,
      Instant at)
      implements Notice {}

  /** A part of what is known of a customer (N09). */
  record CustomerData(int requestId, int part, boolean more, String text, Instant at)
      implements Notice {}

  /** A reservation ended without having been used (H04). */
  record ReservationEnded(int id, ReservationStatusUpdate.UpdateStatus how) implements Notice {}

  /** Values of an outlet without a transaction, as of the clock (J01). */
  record IdleValues(int evse, MeterSample sample, boolean triggered) implements Urgent {}

  /** What is told of DER controls (2.1 R01 to R04). */
  sealed interface OfGrid extends Notice {}

  /**
   * A scheduled control began or ended.
   *
   * @param superseded by its begin
   */
  record DerStartStop(String control, boolean started, List<String> superseded, Instant at)
      implements OfGrid {
    public DerStartStop {
      superseded = List.copyOf(superseded);
    }
  }

  /** A control took over at an outlet, or does not any more. */
  record DerAlarm(StationEvent.GridAlarm alarm) implements OfGrid {}

  /** What is told of periodic event streams (2.1 N11 to N15). */
  sealed interface OfStream extends Notice {}

  /** A stream is to be opened. */
  record OpenStream(Stream stream) implements OfStream {}

  /** A stream is no more. */
  record CloseStream(int id) implements OfStream {}

  /**
   * Values of a stream; sent without being answered.
   *
   * @param pending values that are still to come
   * @param base from which their times count
   */
  record StreamData(int id, int pending, Instant base, List<Element> data) implements OfStream {
    public StreamData {
      data = List.copyOf(data);
    }

    /** It is kept elsewhere until the link is there. */
    @Override
    public boolean patient() {
      return false;
    }

    /** One value. */
    public record Element(double offsetSeconds, String value) {}
  }

  /**
   * A call of 2.x whose answer says nothing.
   *
   * @param since21 2.0.1 does not know it
   */
  record Plain(Action<?, ?> action, Record request, boolean since21) implements Notice {}

  /** Is one of our certificates still good (M06)? */
  record CertificateStatus(OcspRequestData data) implements Notice {}

  /** Are the certificates of a vehicle still good (2.1 M07)? */
  record ChainStatus(StationEvent.ChainQuestion question) implements Urgent {}

  /** A vehicle wants its contract certificate (M01, M02). */
  record VehicleCertificate(StationEvent.VehicleCertificateQuestion question) implements Urgent {}

  /** May the contract of a vehicle charge here (C07)? */
  record Contract(StationEvent.ContractQuestion question) implements Urgent {}

  /** What the energy services tell. */
  record Energy(EnergyNotice about) implements Notice {
    @Override
    public boolean patient() {
      return about.patient();
    }

    @Override
    public boolean afterTransactions() {
      return true;
    }
  }
}
