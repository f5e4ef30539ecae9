/** ISO 15118-20: ServiceDiscovery, ServiceDetail and ServiceSelection. */
@NullMarked
package energy.ebbflow.iso15118.message.iso20.service;

import org.jspecify.annotations.NullMarked;
