package energy.ebbflow.firmware.backoffice;

import energy.ebbflow.ocpp.domain.BackOffice;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds;
import energy.ebbflow.ocpp.domain.BackOfficeCommand.PowerBounds.Quantity;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.v2.type.ChargingRateUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A local energy manager beside the back office (R10 to R12). It speaks OCPP on a link of its own
 * and sees transactions and meter values; what its charging profiles say is an external limit to
 * the back office. Nothing else is its to command. Thread-safe.
 */
public final class EnergyManager implements BackOffice.CommandSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EnergyManager.class);

  /** OCPP's ChargingLimitSourceEnumType. */
  private static final String SOURCE = "EMS";

  private final BackOffice link;
  private final List<Electrical> outlets;
  private final Consumer<StationEvent.ExternalWord> words;
  private final Optional<BackOffice.CommandSink> alone;

  /**
   * Makes it; {@link #start} connects.
   *
   * @param outlets how watts and amperes relate at each outlet, the first is EVSE 1
   * @param words takes what it says of power, where there is a back office beside it
   * @param alone takes its bounds where there is none
   */
  public EnergyManager(
      BackOffice link,
      List<Electrical> outlets,
      Consumer<StationEvent.ExternalWord> words,
      Optional<BackOffice.CommandSink> alone) {
    this.link = link;
    this.outlets = List.copyOf(outlets);
    this.words = words;
    this.alone = alone;
  }

  /** Connects, and keeps connected. */
  public void start() {
    link.start(this);
  }

  @Override
  public void offer(BackOfficeCommand command) {
    switch (command) {
      case PowerBounds bounds ->
          alone.ifPresentOrElse(outlet -> outlet.offer(bounds), () -> words.accept(word(bounds)));
      case BackOfficeCommand.LinkChanged changed ->
          LOG.info(
              "energy manager: {}, {}",
              changed.online() ? "connected" : "not connected",
              changed.detail());
      case BackOfficeCommand.Start start -> refuse(start.command());
      case BackOfficeCommand.Stop stop -> refuse(stop.command());
      case BackOfficeCommand.Reset reset -> refuse(reset.command());
      case BackOfficeCommand.Unlock unlock -> refuse(unlock.command());
      case BackOfficeCommand.Availability availability -> refuse(availability.command());
      case BackOfficeCommand.Vehicles vehicles -> refuse(vehicles.command());
      case BackOfficeCommand.AllowEnergyTransfer allow -> refuse(allow.command());
      // It was asked nothing, and plans of vehicles come from the back office.
      case BackOfficeCommand.AuthorisationAnswer answer -> {}
      case BackOfficeCommand.Deauthorise deauthorise -> {}
      case BackOfficeCommand.PowerCourse course -> {}
      case BackOfficeCommand.NeedsAnswer needs -> {}
      case BackOfficeCommand.PriorityAnswer priority -> {}
      // It sees no card, knows no prices, and is not who speaks for the grid code.
      case BackOfficeCommand.End end -> {}
      case BackOfficeCommand.GridRules rules -> {}
      case BackOfficeCommand.VehicleCertificateAnswer certificate -> {}
      case BackOfficeCommand.ChainAnswer chain -> {}
    }
  }

  private void refuse(long command) {
    link.report(
        new StationEvent.CommandResult(command, false, "an energy manager only limits power"));
  }

  private StationEvent.ExternalWord word(PowerBounds bounds) {
    Electrical electrical = outlets.get(Math.max(0, bounds.evse() - 1));
    // A profile of 1.6 only limits charging: it forbids no discharge that the back office wants.
    boolean charging = bounds.operationMode().equals("ChargingOnly");
    return new StationEvent.ExternalWord(
        SOURCE,
        bounds.evse(),
        bounds.chargeLimit().map(limit -> watts(limit, electrical)),
        charging
            ? Optional.empty()
            : bounds.dischargeLimit().map(limit -> watts(limit, electrical)),
        bounds.setpoint().map(wanted -> watts(wanted, electrical)),
        false,
        false,
        bounds.validUntil());
  }

  private static double watts(Quantity quantity, Electrical electrical) {
    return switch (quantity.unit()) {
      case WATT -> quantity.value();
      case AMPERE ->
          electrical.convert(quantity.value(), ChargingRateUnit.A, ChargingRateUnit.W, 0);
    };
  }

  /** What it may see of the station: states, transactions and faults, not who charges. */
  public void hear(StationEvent event) {
    try {
      switch (event) {
        case StationEvent.Transaction transaction -> link.report(nameless(transaction));
        case StationEvent.ConnectorStatus status -> link.report(status);
        case StationEvent.Fault fault -> link.report(fault);
        case StationEvent.AuthorisationQuestion question -> {}
        case StationEvent.CommandResult result -> {}
        case StationEvent.MinimumCurrent told -> {}
        case StationEvent.OfEnergy energy -> {}
        case StationEvent.ForServices service -> {}
      }
    } catch (StorageException failure) {
      // Money is on the other link; this one may lose what it cannot keep.
      LOG.error("the energy manager is not told: {}", failure.getMessage());
    }
  }

  private static StationEvent.Transaction nameless(StationEvent.Transaction t) {
    return new StationEvent.Transaction(
        t.kind(),
        t.transaction(),
        t.trigger(),
        t.chargingState(),
        t.evse(),
        t.connector(),
        t.token().map(token -> new IdToken("EBBFLOW", "Local")),
        t.remoteStart(),
        t.stopReason(),
        t.at(),
        t.samples(),
        t.mode(),
        t.asleep());
  }

  @Override
  public void close() {
    link.close();
  }
}
