package energy.ebbflow.iso15118.secc.iso20.offer;

import energy.ebbflow.iso15118.message.iso20.service.Parameter;
import energy.ebbflow.iso15118.message.iso20.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso20.service.ParameterValue;
import energy.ebbflow.iso15118.message.iso20.service.SelectedService;
import energy.ebbflow.iso15118.message.iso20.service.Service;
import energy.ebbflow.iso15118.message.iso20.service.ServiceIdList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceParameterList;
import energy.ebbflow.iso15118.secc.SeccConfig;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import energy.ebbflow.iso15118.secc.iso20.Selection;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.Generator;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options.NeedsFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The services and parameter sets of a station (ISO 15118-20 Table 204 to 210). Parameter sets are
 * numbered from 1: in the order of the control modes, in each in the order of who may say the
 * needs, in each in the order of the generator modes.
 */
public final class Offers {
  private static final int AC_SINGLE_PHASE = 1;
  private static final int AC_THREE_PHASE = 2;

  private final SeccConfig config;
  private final boolean bidirectional;

  /**
   * What this vehicle is offered.
   *
   * @param bidirectional whether it may give energy back (R13, R14)
   */
  public Offers(SeccConfig config, boolean bidirectional) {
    this.config = config;
    this.bidirectional = bidirectional;
  }

  /**
   * The list of energy services, only those the vehicle supports. A vehicle that names none of ours
   * sees them all: some use the field for value-added services alone.
   */
  public ServiceList services(Optional<ServiceIdList> supported) {
    List<Service> all = new ArrayList<>();
    for (EnergyService offered : energy()) {
      all.add(new Service(offered.id(), false));
    }
    List<Service> matching = matching(all, supported);
    return new ServiceList(matching.isEmpty() ? all : matching);
  }

  /** The list of value-added services; empty where there are none for this vehicle. */
  public Optional<ServiceList> valueAdded(Optional<ServiceIdList> supported) {
    List<Service> all = new ArrayList<>();
    for (ValueAddedService offered : config.iso20().valueAdded()) {
      all.add(new Service(offered.serviceId(), offered.free()));
    }
    List<Service> shown = supported.isPresent() ? matching(all, supported) : all;
    return shown.isEmpty() ? Optional.empty() : Optional.of(new ServiceList(shown));
  }

  /** The parameter sets of a service; empty where it was not offered. */
  public Optional<ServiceParameterList> parameters(int serviceId) {
    Optional<EnergyService> service = energy(serviceId);
    if (service.isEmpty()) {
      return valueAdded(serviceId).map(ValueAddedService::parameters);
    }
    List<Selection> choices = choices(service.get());
    List<ParameterSet> sets = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      sets.add(set(i + 1, choices.get(i)));
    }
    return Optional.of(new ServiceParameterList(sets));
  }

  /** The energy service with this id, where it was offered. */
  public Optional<EnergyService> energy(int serviceId) {
    return EnergyService.ofId(serviceId).filter(energy()::contains);
  }

  /** The value-added service with this id, where it was offered. */
  public Optional<ValueAddedService> valueAdded(int serviceId) {
    return config.iso20().valueAdded().stream()
        .filter(service -> service.serviceId() == serviceId)
        .findAny();
  }

  /** What a pair of service and parameter set means; empty where it was not offered. */
  public Optional<Selection> selection(SelectedService selected) {
    Optional<EnergyService> service = energy(selected.serviceId());
    if (service.isEmpty()) {
      return Optional.empty();
    }
    List<Selection> choices = choices(service.get());
    int index = selected.parameterSetId() - 1;
    return index < 0 || index >= choices.size()
        ? Optional.empty()
        : Optional.of(choices.get(index));
  }

  /** Whether a choice of an earlier session can still be made [V2G20-1644]. */
  public boolean stillOffers(Selection selection) {
    return energy().contains(selection.service())
        && choices(selection.service()).contains(selection);
  }

  private List<EnergyService> energy() {
    List<EnergyService> allowed =
        config.services().stream()
            .filter(service -> bidirectional || !service.bidirectional())
            .toList();
    if (!allowed.isEmpty()) {
      return allowed;
    }
    // A station that offers bidirectional services alone still charges such a vehicle.
    return config.services().stream().map(EnergyService::unidirectional).distinct().toList();
  }

  private List<Selection> choices(EnergyService service) {
    List<Selection> choices = new ArrayList<>();
    for (ControlMode mode : config.controlModes()) {
      for (NeedsFrom needs : config.iso20().needs()) {
        // [V2G20-2663]: the SECC says the needs only in dynamic control.
        if (mode == ControlMode.DYNAMIC || needs == NeedsFrom.VEHICLE) {
          choices.addAll(choices(service, mode, needs));
        }
      }
    }
    return choices;
  }

  private List<Selection> choices(EnergyService service, ControlMode mode, NeedsFrom needs) {
    return service.bidirectional()
        ? config.iso20().generators().stream()
            .map(generator -> new Selection(service, mode, needs, generator))
            .toList()
        : List.of(new Selection(service, mode, needs, Generator.GRID_FOLLOWING));
  }

  private ParameterSet set(int id, Selection choice) {
    EnergyService service = choice.service();
    List<Parameter> parameters = new ArrayList<>();
    int connector = config.ac().phases() == 1 ? AC_SINGLE_PHASE : AC_THREE_PHASE;
    parameters.add(number("Connector", service.isDc() ? config.connector() : connector));
    parameters.add(number("ControlMode", choice.mode().code()));
    if (!service.isDc()) {
      parameters.add(number("EVSENominalVoltage", config.ac().nominalVolts()));
    }
    parameters.add(number("MobilityNeedsMode", choice.needs().code()));
    parameters.add(number("Pricing", config.iso20().pricing().code()));
    if (service.bidirectional()) {
      parameters.add(number("BPTChannel", config.iso20().channel().code()));
      parameters.add(number("GeneratorMode", choice.generator().code()));
      if (!service.isDc()) {
        parameters.add(
            number("GridCodeIslandingDetectionMethod", config.iso20().islanding().code()));
      }
    }
    return new ParameterSet(id, parameters);
  }

  private static List<Service> matching(List<Service> all, Optional<ServiceIdList> supported) {
    return all.stream()
        .filter(
            service ->
                supported.isPresent() && supported.get().serviceId().contains(service.serviceId()))
        .toList();
  }

  private static Parameter number(String name, int value) {
    return new Parameter(name, new ParameterValue.IntValue(value));
  }
}
