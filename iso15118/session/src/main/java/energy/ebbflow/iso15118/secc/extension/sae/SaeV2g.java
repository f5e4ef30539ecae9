package energy.ebbflow.iso15118.secc.extension.sae;

import energy.ebbflow.iso15118.message.iso2.service.Service;
import energy.ebbflow.iso15118.secc.extension.Iso2Dialect;
import energy.ebbflow.iso15118.secc.extension.Iso2Extension;
import java.util.List;

/**
 * SAE J2847/2 (2023-09), vehicle to grid: energy flows both ways in one session, and either side
 * may turn it. Facts from EVerest's EvseV2G, which speaks it in public.
 */
public final class SaeV2g implements Iso2Extension {
  /** ServiceID. */
  public static final int SERVICE = 28473;

  @Override
  public String name() {
    return "sae-j2847-2-v2g";
  }

  @Override
  public List<Service> services() {
    return List.of(SaeServices.service(SERVICE, "SAE J2847/2 V2G"));
  }

  @Override
  public Iso2Dialect begin(int serviceId) {
    return new V2gDialect();
  }
}
