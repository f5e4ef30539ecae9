package energy.ebbflow.iso15118.secc.iso20;

import energy.ebbflow.iso15118.message.iso20.service.Parameter;
import energy.ebbflow.iso15118.message.iso20.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso20.service.ParameterValue;
import energy.ebbflow.iso15118.message.iso20.service.SelectedService;
import energy.ebbflow.iso15118.message.iso20.service.Service;
import energy.ebbflow.iso15118.message.iso20.service.ServiceIdList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceList;
import energy.ebbflow.iso15118.message.iso20.service.ServiceParameterList;
import energy.ebbflow.iso15118.secc.SeccConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The services and parameter sets of a station (ISO 15118-20 Table 204 to 210). Parameter sets are
 * numbered from 1 in the order of the control modes.
 */
public final class Offers {
  /** The vehicle knows its user's needs; the station's own wishes are not offered yet. */
  private static final int MOBILITY_NEEDS_BY_EVCC = 1;

  private static final int NO_PRICING = 0;
  private static final int CHANNEL_UNIFIED = 1;
  private static final int GENERATOR_GRID_FOLLOWING = 1;
  private static final int ISLANDING_ACTIVE = 1;
  private static final int AC_SINGLE_PHASE = 1;
  private static final int AC_THREE_PHASE = 2;

  private Offers() {}

  /**
   * The list of energy services, only those the vehicle supports. A vehicle that names none of ours
   * sees them all: some use the field for value-added services alone.
   */
  public static ServiceList services(SeccConfig config, Optional<ServiceIdList> supported) {
    List<Service> all = new ArrayList<>();
    List<Service> matching = new ArrayList<>();
    for (EnergyService offered : config.services()) {
      Service service = new Service(offered.id(), false);
      all.add(service);
      if (supported.isPresent() && supported.get().serviceId().contains(offered.id())) {
        matching.add(service);
      }
    }
    return new ServiceList(matching.isEmpty() ? all : matching);
  }

  /** The parameter sets of a service; empty where it was not offered. */
  public static Optional<ServiceParameterList> parameters(SeccConfig config, int serviceId) {
    Optional<EnergyService> service = offered(config, serviceId);
    if (service.isEmpty()) {
      return Optional.empty();
    }
    List<ParameterSet> sets = new ArrayList<>();
    for (int i = 0; i < config.controlModes().size(); i++) {
      sets.add(set(config, service.get(), i + 1, config.controlModes().get(i)));
    }
    return Optional.of(new ServiceParameterList(sets));
  }

  /** Whether an energy service with this id was offered. */
  public static Optional<EnergyService> offered(SeccConfig config, int serviceId) {
    return EnergyService.ofId(serviceId).filter(config.services()::contains);
  }

  /** What a pair of service and parameter set means; empty where it was not offered. */
  public static Optional<Selection> selection(SeccConfig config, SelectedService selected) {
    Optional<EnergyService> service = offered(config, selected.serviceId());
    int index = selected.parameterSetId() - 1;
    if (service.isEmpty() || index < 0 || index >= config.controlModes().size()) {
      return Optional.empty();
    }
    return Optional.of(new Selection(service.get(), config.controlModes().get(index)));
  }

  private static ParameterSet set(
      SeccConfig config, EnergyService service, int id, ControlMode mode) {
    List<Parameter> parameters = new ArrayList<>();
    int connector = config.ac().phases() == 1 ? AC_SINGLE_PHASE : AC_THREE_PHASE;
    parameters.add(number("Connector", service.isDc() ? config.connector() : connector));
    parameters.add(number("ControlMode", mode.code()));
    if (!service.isDc()) {
      parameters.add(number("EVSENominalVoltage", config.ac().nominalVolts()));
    }
    // [V2G20-2663]: needs by the SECC only in dynamic control; we offer needs by the EVCC.
    parameters.add(number("MobilityNeedsMode", MOBILITY_NEEDS_BY_EVCC));
    parameters.add(number("Pricing", NO_PRICING));
    if (service.bidirectional()) {
      parameters.add(number("BPTChannel", CHANNEL_UNIFIED));
      parameters.add(number("GeneratorMode", GENERATOR_GRID_FOLLOWING));
      if (!service.isDc()) {
        parameters.add(number("GridCodeIslandingDetectionMethod", ISLANDING_ACTIVE));
      }
    }
    return new ParameterSet(id, parameters);
  }

  private static Parameter number(String name, int value) {
    return new Parameter(name, new ParameterValue.IntValue(value));
  }
}
