package energy.ebbflow.iso15118.message.iso20.schedule;

import energy.ebbflow.exi.Facets;
import energy.ebbflow.exi.schema.ExiElement;
import energy.ebbflow.exi.schema.ExiName;
import energy.ebbflow.exi.schema.ExiType;
import energy.ebbflow.exi.schema.Range;
import energy.ebbflow.iso15118.message.Namespaces;
import energy.ebbflow.iso15118.message.iso20.RationalNumber;
import java.util.Optional;

/**
 * Dynamic_SEReqControlModeType. Dynamic control: what the vehicle needs.
 *
 * @param departureTime when the user wants to leave; s from now, 0 to 4294967295
 * @param minimumSoc the state of charge to reach as soon as possible and never to fall below; %, 0
 *     to 100
 * @param targetSoc the state of charge wanted at departure; %, 0 to 100
 * @param evTargetEnergyRequest energy to the target; Wh, below 0 when above it
 * @param evMaximumEnergyRequest energy that the battery can still take; Wh
 * @param evMinimumEnergyRequest energy to the minimum state of charge; Wh, below 0 when above it
 * @param evMaximumV2xEnergyRequest energy to the upper end of the range for V2X; Wh
 * @param evMinimumV2xEnergyRequest energy to the lower end of the range for V2X; Wh
 */
@ExiName("Dynamic_SEReqControlMode")
@ExiType(namespace = Namespaces.ISO20_COMMON_MESSAGES)
public record DynamicSeReqControlMode(
    @ExiElement("DepartureTime") @Range(min = 0, max = 4294967295L) long departureTime,
    @ExiElement("MinimumSOC") @Range(min = 0, max = 100) Optional<Integer> minimumSoc,
    @ExiElement("TargetSOC") @Range(min = 0, max = 100) Optional<Integer> targetSoc,
    @ExiElement("EVTargetEnergyRequest") RationalNumber evTargetEnergyRequest,
    @ExiElement("EVMaximumEnergyRequest") RationalNumber evMaximumEnergyRequest,
    @ExiElement("EVMinimumEnergyRequest") RationalNumber evMinimumEnergyRequest,
    @ExiElement("EVMaximumV2XEnergyRequest") Optional<RationalNumber> evMaximumV2xEnergyRequest,
    @ExiElement("EVMinimumV2XEnergyRequest") Optional<RationalNumber> evMinimumV2xEnergyRequest)
    implements SeReqControlMode {

  /** Checks the bounds that the schema sets. */
  public DynamicSeReqControlMode {
    Facets.range("DepartureTime", departureTime, 0, 4294967295L);
    Facets.range("MinimumSOC", minimumSoc, 0, 100);
    Facets.range("TargetSOC", targetSoc, 0, 100);
  }
}
