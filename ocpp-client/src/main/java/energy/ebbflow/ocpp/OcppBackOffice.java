package energy.ebbflow.ocpp;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.device.CoreVariables;
import energy.ebbflow.ocpp.device.Variables;
import energy.ebbflow.ocpp.dialect.Dialect;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.dialect.v16.V16Dialect;
import energy.ebbflow.ocpp.dialect.v2.V2Dialect;
import energy.ebbflow.ocpp.domain.BackOffice;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.errand.StationPorts;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.link.Link;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.rpc.RpcTap;
import energy.ebbflow.ocpp.signing.OcmfSigner;
import energy.ebbflow.ocpp.signing.SigningKey;
import energy.ebbflow.ocpp.transport.LinkClock;
import energy.ebbflow.ocpp.transport.LinkRunner;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A link to a back office that speaks OCPP.
 *
 * <p>Thread-safe. {@link #report} of a transaction event writes to disk on the caller's thread and
 * returns when it is durable (some milliseconds on an SD card); everything else is handed to the
 * link's own thread. Commands arrive on the link's thread.
 */
public final class OcppBackOffice implements BackOffice {
  private static final Logger LOG = LoggerFactory.getLogger(OcppBackOffice.class);

  private final StationStore store;
  private final Station station;
  private final LinkRunner runner;

  private OcppBackOffice(StationStore store, Station station, LinkRunner runner) {
    this.store = store;
    this.station = station;
    this.runner = runner;
  }

  /**
   * Opens the durable store; the link itself begins with {@link #start}. Between the two the caller
   * settles what an earlier run left behind, see {@link #openTransactions}.
   *
   * @param clock real or virtual time for every wait and every timestamp of the link's own
   * @param tap looks on at every frame
   * @throws StorageException when the store or the key for meter values cannot be used
   */
  public static OcppBackOffice open(OcppConfig config, LinkClock clock, RpcTap tap) {
    return open(config, clock, tap, StationPorts.NONE);
  }

  /**
   * The same for a station that can install firmware or send its log.
   *
   * @throws StorageException when the store or the key for meter values cannot be used
   */
  public static OcppBackOffice open(
      OcppConfig config, LinkClock clock, RpcTap tap, StationPorts ports) {
    OcmfSigner signer =
        new OcmfSigner(
            SigningKey.open(Path.of(config.database() + ".meter-key")),
            config.vendor(),
            config.serial(),
            config.firmwareVersion());
    StationStore store = StationStore.open(config.database(), signer, clock.timescale());
    try {
      Station station = new Station(config, store, ports);
      Map<WireVersion, Dialect> dialects = new EnumMap<>(WireVersion.class);
      for (WireVersion version : config.versions()) {
        dialects.put(
            version,
            switch (version) {
              case V16 -> new V16Dialect(station);
              case V201, V21 -> new V2Dialect(version, station, signer.publicKeyForOcpp());
              case STORE -> throw new IllegalArgumentException("no dialect of OCPP: " + version);
            });
      }
      LinkRunner runner =
          new LinkRunner(
              config,
              station,
              ports,
              clock,
              tap,
              port -> new Link(station, dialects, port, clock.shortestTimeoutNanos()));
      return new OcppBackOffice(store, station, runner);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  @Override
  public void start(CommandSink sink) {
    runner.start(sink);
  }

  @Override
  public void report(StationEvent event) {
    StationEvent told =
        event instanceof StationEvent.Transaction transaction
            ? store.add(transaction, !runner.online())
            : event;
    if (!runner.report(told)) {
      // What is durable is sent anyway; the rest is told to be lost.
      LOG.error(
          "more than {} events wait for the link: {} is not told",
          LinkRunner.MAX_PENDING,
          event.getClass().getSimpleName());
    }
  }

  /** Connected and accepted by the back office. */
  public boolean online() {
    return runner.online();
  }

  /**
   * Transactions that were started and not ended, also by an earlier run of the firmware. Whoever
   * resumes one goes on reporting updates with its identifier; the others are ended by {@link
   * #endInterrupted}.
   */
  public List<OpenTransaction> openTransactions() {
    return store.openTransactions();
  }

  /**
   * Keeps the newest meter values of a transaction so that a crash loses little; they are not sent.
   * Writes to disk: every 10 s or so is enough.
   */
  public void keepSample(String transaction, MeterSample sample) {
    store.keepSample(transaction, sample);
  }

  /**
   * Ends a transaction which an earlier run left open, with the last meter values that were kept.
   *
   * @param stopReason OCPP's ReasonEnumType: {@code PowerLoss} or {@code Reboot}
   * @param at the steady time now; the meter values keep the time they were taken
   */
  public void endInterrupted(OpenTransaction transaction, String stopReason, Instant at) {
    report(
        new StationEvent.Transaction(
            StationEvent.Transaction.Kind.ENDED,
            transaction.transaction(),
            "AbnormalCondition",
            "Idle",
            transaction.evse(),
            transaction.connector(),
            transaction.token(),
            transaction.remoteStart(),
            Optional.of(stopReason),
            at,
            transaction.latest().map(List::of).orElseGet(List::of)));
  }

  /**
   * Before {@link #start}: chains that the station shows to vehicles and that do not come from the
   * back office. It is asked for their OCSP responses too.
   *
   * @param chains each with its leaf first and its root last
   */
  public void watch(List<List<X509Certificate>> chains) {
    station.certificateWatch().watch(chains);
  }

  /** The OCSP response for a certificate of ours, in DER, if there is one that holds then. */
  public Optional<byte[]> ocspResponse(
      X509Certificate certificate, X509Certificate issuer, Instant at) {
    return station.certificateWatch().response(certificate, issuer, at);
  }

  /** Roots that the back office installed or the configuration names. */
  public List<X509Certificate> roots(CertificateUse use) {
    return station.certificates().roots(use);
  }

  /** A chain that the back office signed, and its key. */
  public Optional<CertificateStore.Identity> identity(SigningUse use) {
    return station.certificates().identity(use);
  }

  /** Changes whenever an installed certificate does. */
  public long certificatesVersion() {
    return station.certificates().version();
  }

  /** How many transaction events wait to be sent. */
  public int queued() {
    return store.queued();
  }

  /** Seconds that an authorisation waits for a vehicle, as the back office wants it. */
  public int plugSeconds() {
    return station.device().number(CoreVariables.EV_CONNECTION_TIMEOUT);
  }

  /** Seconds between the meter values of a transaction, as the back office wants them. */
  public int sampleIntervalSeconds() {
    return station.device().number(Variables.TX_UPDATED_INTERVAL);
  }

  @Override
  public void close() {
    runner.close();
    store.close();
  }
}
