package energy.ebbflow.firmware.cli;

import energy.ebbflow.firmware.backoffice.GridModes;
import energy.ebbflow.firmware.backoffice.JournalDiagnostics;
import energy.ebbflow.firmware.backoffice.ProgramInstaller;
import energy.ebbflow.firmware.backoffice.StandAlone;
import energy.ebbflow.firmware.backoffice.StationScreen;
import energy.ebbflow.firmware.config.EnergySection;
import energy.ebbflow.firmware.config.OcppSection;
import energy.ebbflow.firmware.config.StationConfig;
import energy.ebbflow.firmware.events.EventDisplay;
import energy.ebbflow.firmware.events.EventLines;
import energy.ebbflow.firmware.evse.Moment;
import energy.ebbflow.firmware.loop.StationClock;
import energy.ebbflow.hal.EvseConfig;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.der.DerSupport;
import energy.ebbflow.ocpp.display.Screen;
import energy.ebbflow.ocpp.domain.BackOffice;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.errand.StationPorts;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.rpc.RpcTap;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The back office of this station: one that speaks OCPP, or none. */
final class BackOfficeDoor implements AutoCloseable {
  /** What the station calls itself; the launcher's version. */
  static final String FIRMWARE_VERSION = "0.1.0";

  private static final Logger LOG = LoggerFactory.getLogger(BackOfficeDoor.class);

  private final BackOffice office;
  private final Optional<OcppBackOffice> ocpp;

  /** Owned by the recorder's thread once the station runs. */
  private final List<OpenTransaction> interrupted;

  private BackOfficeDoor(BackOffice office, Optional<OcppBackOffice> ocpp) {
    this.office = office;
    this.ocpp = ocpp;
    this.interrupted = new ArrayList<>(interrupted(ocpp));
  }

  static BackOfficeDoor open(
      RunOptions options,
      StationConfig config,
      StationClock clock,
      EventLines events,
      String bootReason)
      throws UsageException {
    OcppSection section = config.ocpp().with(options.ocppUrl(), options.identity());
    if (section.url().isEmpty()) {
      LOG.info("no back office: the station stands alone");
      return new BackOfficeDoor(new StandAlone(config.autoToken(false)), Optional.empty());
    }
    try {
      OcppBackOffice opened =
          OcppBackOffice.open(
              ocppConfig(section, config, options.data(), bootReason),
              clock.forLinks(),
              tap(events),
              new StationPorts(
                  section.installer().map(program -> new ProgramInstaller(Path.of(program))),
                  Optional.of(new JournalDiagnostics(options.data().resolve("journal.db"))),
                  screen(config, events)));
      return new BackOfficeDoor(opened, Optional.of(opened));
    } catch (IllegalArgumentException | StorageException wrong) {
      throw new UsageException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static Optional<Screen> screen(StationConfig config, EventLines events) {
    return switch (config.firmware().display()) {
      case NONE -> Optional.empty();
      case EVENTS ->
          Optional.of(
              new StationScreen(new EventDisplay(events), config.firmware().displayLanguages()));
    };
  }

  /** There is somebody to ask. */
  boolean present() {
    return ocpp.isPresent();
  }

  Optional<OcppBackOffice> ocpp() {
    return ocpp;
  }

  /** Before it starts: chains whose status the back office is asked for. */
  void watch(List<List<X509Certificate>> chains) {
    ocpp.ifPresent(link -> link.watch(chains));
  }

  BackOffice office() {
    return office;
  }

  /** Remembers what an earlier run left open; before anything new is told. */
  private static List<OpenTransaction> interrupted(Optional<OcppBackOffice> ocpp) {
    return ocpp.map(OcppBackOffice::openTransactions).orElse(List.of());
  }

  /**
   * Ends the transactions that a crash or a power cut left open at an outlet. A register never runs
   * backwards: what was kept holds against a meter that says less.
   *
   * @throws StorageException if an end could not be stored; then it is to be tried again
   */
  void settleInterrupted(int evse, Optional<MeterSample> meter, Moment now) {
    for (OpenTransaction open : List.copyOf(interrupted)) {
      if (open.evse() == evse && ocpp.isPresent()) {
        LOG.warn("transaction {} was interrupted and is ended now", open.transaction());
        ocpp.get().endInterrupted(withMeter(open, meter), "PowerLoss", now.steady());
        interrupted.remove(open);
      }
    }
  }

  /** The same with the meter's word, unless it says less than what was kept. */
  static OpenTransaction withMeter(OpenTransaction open, Optional<MeterSample> meter) {
    if (meter.isEmpty()) {
      return open;
    }
    MeterSample now = meter.get();
    double imported = open.latest().map(MeterSample::importedWh).orElse(0.0);
    double exported = open.latest().map(MeterSample::exportedWh).orElse(0.0);
    if (now.importedWh() < imported || now.exportedWh() < exported) {
      return open;
    }
    return new OpenTransaction(
        open.transaction(),
        open.evse(),
        open.connector(),
        open.token(),
        open.remoteStart(),
        open.startedAt(),
        open.chargingState(),
        meter,
        open.nextSeqNo());
  }

  void keepSample(String transaction, MeterSample sample) {
    ocpp.ifPresent(link -> link.keepSample(transaction, sample));
  }

  /** How long an authorisation waits for a vehicle, in s; 0 where no back office says it. */
  int plugSeconds() {
    return ocpp.map(OcppBackOffice::plugSeconds).orElse(0);
  }

  /** Interval of samples the back office wants; 0 where there is none. */
  int sampleIntervalSeconds() {
    return ocpp.map(OcppBackOffice::sampleIntervalSeconds).orElse(0);
  }

  private static RpcTap tap(EventLines events) {
    return (direction, type, id, action, payload) -> {
      if (events.wanted()) {
        events.offer(
            events
                .line("ocpp")
                .with("direction", direction.text())
                .with("type", type)
                .with("id", id)
                .with("action", action)
                .withRaw("payload", payload));
      }
    };
  }

  private static OcppConfig ocppConfig(
      OcppSection section, StationConfig config, Path data, String bootReason)
      throws UsageException {
    URI url;
    try {
      url = URI.create(section.url().orElseThrow());
    } catch (IllegalArgumentException wrong) {
      throw new UsageException(
          "--ocpp-url expects a ws: or wss: address, got '" + section.url().orElseThrow() + "'",
          wrong);
    }
    OcppConfig.Builder builder =
        OcppConfig.builder(url, section.identity(), data.resolve("ocpp.db"))
            .versions(versions(section.dialects()))
            .station(section.vendor(), section.model(), section.serial(), FIRMWARE_VERSION)
            .plugSeconds((int) Math.round(config.firmware().plugSeconds()))
            .outlets(
                config.board().evses().stream()
                    .map(
                        evse ->
                            outlet(
                                evse,
                                config.energy(),
                                GridModes.of(config.board(), evse, section.vendor())))
                    .toArray(Outlet[]::new))
            .revocation(section.revocation())
            .oneBackOfficeRoot(section.oneRoot())
            .bootReason(bootReason);
    Optional<String> password = password(section);
    password.ifPresent(builder::basicAuthPassword);
    section.trustedFile().map(Path::of).ifPresent(builder::trustedCertificates);
    if (section.certificateFile().isPresent() != section.keyFile().isPresent()) {
      throw new UsageException(
          "keys `ocpp.certificate_file` and `ocpp.key_file`: expected both or none, got one");
    }
    if (section.certificateFile().isPresent()) {
      builder.clientCertificate(
          Path.of(section.certificateFile().get()), Path.of(section.keyFile().orElseThrow()));
    }
    return builder.build();
  }

  static WireVersion[] versions(List<String> dialects) throws UsageException {
    List<WireVersion> versions = new ArrayList<>();
    List<WireVersion> spoken = List.of(WireVersion.V21, WireVersion.V201, WireVersion.V16);
    for (String dialect : dialects) {
      WireVersion version =
          spoken.stream()
              .filter(known -> known.subprotocol().equals(dialect))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UsageException(
                          "key `ocpp.dialects`: expected "
                              + Arrays.toString(
                                  spoken.stream().map(WireVersion::subprotocol).toArray())
                              + ", got \""
                              + dialect
                              + "\""));
      versions.add(version);
    }
    return versions.toArray(WireVersion[]::new);
  }

  private static Optional<String> password(OcppSection section) throws UsageException {
    if (section.passwordFile().isEmpty()) {
      return Optional.empty();
    }
    Path file = Path.of(section.passwordFile().get());
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException failure) {
      throw new UsageException(
          "key `ocpp.password_file`: expected a readable file, got " + file + ": " + failure,
          failure);
    }
  }

  static Outlet outlet(EvseConfig evse, EnergySection energy, DerSupport der) {
    String connector =
        switch (evse.connector()) {
          case TYPE1 -> tethered(evse) ? "cType1" : "sType1";
          case TYPE2 -> tethered(evse) ? "cType2" : "sType2";
          case CCS1 -> "cCCS1";
          case CCS2 -> "cCCS2";
        };
    return switch (evse.outlet()) {
      case EvseConfig.Outlet.Dc dc ->
          new Outlet(
              connector,
              true,
              new Electrical(
                  dc.maxVolts().value(),
                  1,
                  dc.charge().maxWatts().value(),
                  dc.discharge().map(limits -> limits.maxWatts().value()).orElse(0.0)),
              energy.frequency(),
              energy.siteMeter(),
              der);
      case EvseConfig.Outlet.Ac ac -> {
        double perAmp = evse.phases() * evse.nominalVolts().value();
        yield new Outlet(
            connector,
            false,
            new Electrical(
                evse.nominalVolts().value(),
                evse.phases(),
                ac.max().value() * perAmp,
                ac.dischargeMax().value() * perAmp),
            energy.frequency(),
            energy.siteMeter(),
            der);
      }
    };
  }

  private static boolean tethered(EvseConfig evse) {
    return evse.cable() instanceof EvseConfig.Cable.Tethered;
  }

  @Override
  public void close() {
    office.close();
  }
}
