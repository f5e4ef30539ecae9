package energy.ebbflow.ocpp.dialect.v2;

import energy.ebbflow.ocpp.dialect.Reply;
import energy.ebbflow.ocpp.dialect.Requests;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.EnergyTransfer;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.v2.needs.EnergyTransferMode;
import energy.ebbflow.ocpp.v2.smartcharging.NotifyAllowedEnergyTransfer;
import energy.ebbflow.ocpp.v2.smartcharging.NotifyAllowedEnergyTransferStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which energy transfer a transaction may have (OCPP 2.1 Q01, Q02). */
final class TransferRequests {
  private final Requests requests;
  private final Station station;

  TransferRequests(Requests requests, Station station) {
    this.requests = requests;
    this.station = station;
  }

  /** The message came with 2.1; in 2.0.1 there is no bidirectional transfer. */
  void register() {
    if (requests.version() == WireVersion.V21) {
      requests.on(NotifyAllowedEnergyTransfer.ACTION, this::allowed);
    }
  }

  private Reply allowed(NotifyAllowedEnergyTransfer.Request request, Instant now) {
    boolean runs =
        station.openTransactions().stream()
            .anyMatch(open -> open.transaction().equals(request.transactionId()));
    if (!runs) {
      return refuse("TxNotFound", "no such transaction runs");
    }
    Set<EnergyTransfer> allowed = of(request.allowedEnergyTransfer());
    return new Reply.Ask(
        command ->
            new BackOfficeCommand.AllowEnergyTransfer(command, request.transactionId(), allowed),
        this::answer);
  }

  private Reply.Answer answer(StationEvent.CommandResult result) {
    return result.accepted()
        ? requests.reply(
            new NotifyAllowedEnergyTransfer.Response(
                NotifyAllowedEnergyTransferStatus.ACCEPTED, Optional.empty()))
        : refuse("UnsupportedRequest", result.reason());
  }

  private Reply.Answer refuse(String code, String text) {
    return requests.reply(
        new NotifyAllowedEnergyTransfer.Response(
            NotifyAllowedEnergyTransferStatus.REJECTED, Infos.info(code, text)));
  }

  /** What a list of modes permits at the plugs a station has; pantographs and coils have none. */
  static Set<EnergyTransfer> of(List<EnergyTransferMode> modes) {
    Set<EnergyTransfer> allowed = EnumSet.noneOf(EnergyTransfer.class);
    for (EnergyTransferMode mode : modes) {
      switch (mode) {
        case AC_SINGLE_PHASE, AC_TWO_PHASE, AC_THREE_PHASE, AC_DER ->
            allowed.add(EnergyTransfer.AC);
        case AC_BPT, AC_BPT_DER -> allowed.add(EnergyTransfer.AC_BPT);
        case DC -> allowed.add(EnergyTransfer.DC);
        case DC_BPT -> allowed.add(EnergyTransfer.DC_BPT);
        case DC_ACDP, DC_ACDP_BPT, WPT -> {}
      }
    }
    return Set.copyOf(allowed);
  }
}
