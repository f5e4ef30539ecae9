package energy.ebbflow.iso15118.secc;

import energy.ebbflow.iso15118.secc.iso2.Iso2Options;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import energy.ebbflow.iso15118.secc.iso20.offer.Iso20Options;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the station offers to vehicles; fixed while a session lasts.
 *
 * @param protocols those spoken, in the station's order
 * @param services energy services of ISO 15118-20, in the order they are offered
 * @param controlModes control modes of ISO 15118-20; a vehicle without a wish takes the first
 * @param connector DC connector of ISO 15118-20 Table 207: 1 core, 2 extended, 3 and 4 dual
 * @param meterId name of the meter, at most 32 characters; without one no meter values are sent
 * @param serviceRenegotiation the vehicle may choose another service without unplugging
 * @param tlsForIso20 whether ISO 15118-20 is spoken only over TLS with a vehicle certificate, as
 *     the standard demands
 * @param timing deadlines
 * @param ac the grid side; looked at for AC services only
 * @param iso20 what is offered in ISO 15118-20 beside services and control modes
 * @param iso2 what is offered in ISO 15118-2 beside charging
 * @param stationChooses the station's order decides among protocols in common; otherwise the
 *     vehicle's priorities do, as the standard has it [V2G20-167]
 */
public record SeccConfig(
    Set<VehicleProtocol> protocols,
    List<EnergyService> services,
    List<ControlMode> controlModes,
    int connector,
    Optional<String> meterId,
    boolean serviceRenegotiation,
    boolean tlsForIso20,
    SeccTiming timing,
    AcSupply ac,
    Iso20Options iso20,
    Iso2Options iso2,
    boolean stationChooses) {
  private static final int MAX_METER_ID = 32;

  public SeccConfig {
    // Set.copyOf would lose the order.
    protocols = Collections.unmodifiableSet(new LinkedHashSet<>(protocols));
    services = List.copyOf(services);
    controlModes = List.copyOf(controlModes);
    if (services.isEmpty() || controlModes.isEmpty()) {
      throw new IllegalArgumentException("a station offers a service and a control mode at least");
    }
    if (connector < 1 || connector > 4) {
      throw new IllegalArgumentException("a DC connector is 1 to 4, not " + connector);
    }
    if (meterId.isPresent() && meterId.get().length() > MAX_METER_ID) {
      throw new IllegalArgumentException(
          "a meter id has at most " + MAX_METER_ID + " characters: " + meterId.get());
    }
  }

  /** A station on three phases of 230 V, 50 Hz. */
  public SeccConfig(
      Set<VehicleProtocol> protocols,
      List<EnergyService> services,
      List<ControlMode> controlModes,
      int connector,
      Optional<String> meterId,
      boolean serviceRenegotiation,
      boolean tlsForIso20,
      SeccTiming timing) {
    this(
        protocols,
        services,
        controlModes,
        connector,
        meterId,
        serviceRenegotiation,
        tlsForIso20,
        timing,
        AcSupply.EUROPE_THREE_PHASE);
  }

  /** A station with nothing out of the ordinary. */
  public SeccConfig(
      Set<VehicleProtocol> protocols,
      List<EnergyService> services,
      List<ControlMode> controlModes,
      int connector,
      Optional<String> meterId,
      boolean serviceRenegotiation,
      boolean tlsForIso20,
      SeccTiming timing,
      AcSupply ac) {
    this(
        protocols,
        services,
        controlModes,
        connector,
        meterId,
        serviceRenegotiation,
        tlsForIso20,
        timing,
        ac,
        Iso20Options.PLAIN,
        Iso2Options.NONE,
        false);
  }

  /** The same with other options of ISO 15118-20. */
  public SeccConfig with(Iso20Options options) {
    return new SeccConfig(
        protocols,
        services,
        controlModes,
        connector,
        meterId,
        serviceRenegotiation,
        tlsForIso20,
        timing,
        ac,
        options,
        iso2,
        stationChooses);
  }

  /** The same with other options of ISO 15118-2. */
  public SeccConfig with(Iso2Options options) {
    return new SeccConfig(
        protocols,
        services,
        controlModes,
        connector,
        meterId,
        serviceRenegotiation,
        tlsForIso20,
        timing,
        ac,
        iso20,
        options,
        stationChooses);
  }

  /** The same with other protocols. */
  public SeccConfig withProtocols(Set<VehicleProtocol> others) {
    return new SeccConfig(
        others,
        services,
        controlModes,
        connector,
        meterId,
        serviceRenegotiation,
        tlsForIso20,
        timing,
        ac,
        iso20,
        iso2,
        stationChooses);
  }

  /** The same with the station's order deciding among the protocols in common. */
  public SeccConfig withStationChoosing() {
    return new SeccConfig(
        protocols,
        services,
        controlModes,
        connector,
        meterId,
        serviceRenegotiation,
        tlsForIso20,
        timing,
        ac,
        iso20,
        iso2,
        true);
  }

  /**
   * The same with only those services that the protocol has messages for.
   *
   * @return empty where none is left
   */
  public Optional<SeccConfig> only(VehicleProtocol protocol) {
    List<EnergyService> left =
        services.stream()
            .filter(service -> service.isDc() == (protocol == VehicleProtocol.ISO20_DC))
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SeccConfig(
                protocols,
                left,
                controlModes,
                connector,
                meterId,
                serviceRenegotiation,
                tlsForIso20,
                timing,
                ac,
                iso20,
                iso2,
                stationChooses));
  }

  /** A bidirectional AC station, dynamic control first. */
  public static SeccConfig acBidirectional(String meterId) {
    return new SeccConfig(
        Set.of(VehicleProtocol.ISO20_AC),
        List.of(EnergyService.AC_BPT, EnergyService.AC),
        List.of(ControlMode.DYNAMIC, ControlMode.SCHEDULED),
        1,
        Optional.of(meterId),
        true,
        false,
        SeccTiming.STANDARD);
  }

  /** A bidirectional DC station, dynamic control first, TLS as the link offers it. */
  public static SeccConfig dcBidirectional(String meterId) {
    return new SeccConfig(
        Set.of(VehicleProtocol.ISO20_DC),
        List.of(EnergyService.DC_BPT, EnergyService.DC),
        List.of(ControlMode.DYNAMIC, ControlMode.SCHEDULED),
        2,
        Optional.of(meterId),
        true,
        false,
        SeccTiming.STANDARD);
  }
}
