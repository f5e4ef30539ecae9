package energy.ebbflow.iso15118.secc.extension.sae;

import energy.ebbflow.iso15118.message.iso2.service.Service;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect;
import energy.ebbflow.iso15118.secc.extension.Iso2Extension;
import java.util.List;

/**
 * SAE J2847/2 (2023-09), vehicle to home: the vehicle feeds the house for the whole session and
 * ends it at a state of charge of its own. Facts from EVerest's EvseV2G, which speaks it in public.
 */
public final class SaeV2h implements Iso2Extension {
  /** ServiceID. */
  public static final int SERVICE = 28472;

  @Override
  public String name() {
    return "sae-j2847-2-v2h";
  }

  @Override
  public List<Service> services() {
    return List.of(SaeServices.service(SERVICE, "SAE J2847/2 V2H"));
  }

  @Override
  public Iso2Dialect begin(int serviceId) {
    return V2hDialect.first();
  }
}
