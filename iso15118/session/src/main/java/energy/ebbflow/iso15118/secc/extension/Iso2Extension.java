package energy.ebbflow.iso15118.secc.extension;

import energy.ebbflow.iso15118.message.iso2.service.ParameterSet;
import energy.ebbflow.iso15118.message.iso2.service.Service;
import java.util.List;

/**
 * What one kind of vehicle speaks beyond ISO 15118-2: services of its own, and a {@link
 * Iso2Dialect} once the vehicle selected one of them. Found by {@link java.util.ServiceLoader}, so
 * that a maker's own extension is a file beside the station's, not a change of it; {@link
 * Extensions} finds it by its name.
 *
 * <p>Implementations have a public constructor without arguments, are immutable and pure, and are
 * used by the owner of the session alone.
 */
public interface Iso2Extension {
  /** What configuration calls it: lower-case letters, digits and dashes. */
  String name();

  /**
   * The services it adds to ServiceDiscoveryRes, 1 at least. Their numbers are its own: neither 1
   * (charging) nor those of other services of the station. They are offered on DC outlets only: a
   * dialect speaks of direct current.
   */
  List<Service> services();

  /** The parameter sets of one of its services; empty where it has none. */
  default List<ParameterSet> parameters(int serviceId) {
    return List.of();
  }

  /** The dialect that the selection of one of its services begins. */
  Iso2Dialect begin(int serviceId);
}
