package energy.ebbflow.ocpp.peer;

import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.outbox.OpenTransaction;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.transport.LinkClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A station that reports transactions as fast as it can until it is killed; tells on standard
 * output what is durable. Arguments: url, database, prefix of transaction ids, {@code report} or
 * {@code drain}.
 */
final class ReporterMain {
  private ReporterMain() {}

  public static void main(String[] arguments) throws Exception {
    OcppConfig config =
        OcppConfig.builder(URI.create(arguments[0]), "EB1", Path.of(arguments[1]))
            .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 0)))
            .build();
    OcppBackOffice link =
        OcppBackOffice.open(
            config,
            LinkClock.virtual(20, System.currentTimeMillis()),
            (direction, type, id, action, payload) -> {});
    for (OpenTransaction open : link.openTransactions()) {
      link.endInterrupted(open, "PowerLoss", Instant.now());
      say(open.transaction() + " " + open.nextSeqNo() + " ENDED");
    }
    link.start(command -> {});
    if (arguments[3].equals("drain")) {
      while (link.queued() > 0) {
        Thread.onSpinWait();
      }
      say("drained");
      link.close();
      return;
    }
    for (int i = 0; ; i++) {
      String id = arguments[2] + i;
      report(link, id, Kind.STARTED, 0);
      for (int seq = 1; seq <= 3; seq++) {
        report(link, id, Kind.UPDATED, seq);
      }
      report(link, id, Kind.ENDED, 4);
    }
  }

  private static void report(OcppBackOffice link, String id, Kind kind, int seq) {
    MeterSample sample =
        new MeterSample(
            Instant.now(), seq, 0, 0, List.of(), List.of(), Optional.empty(), Optional.empty());
    link.report(
        new StationEvent.Transaction(
            kind,
            id,
            kind == Kind.UPDATED ? "ChargingStateChanged" : "Authorized",
            "Charging",
            1,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Instant.now(),
            List.of(sample)));
    say(id + " " + seq + " " + kind);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
