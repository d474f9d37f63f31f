import assert from 'node:assert/strict';
import { settingsSchema } from '../../../../src/core/function/settingsSchema';
import { functions } from '../../../../src/core/functions/registry';

describe('settingsSchema', () => {
  const schema = (id: string) => settingsSchema(functions.get(id)!);

  it('tells types, bounds and choices', () => {
    assert.deepEqual(schema('relu'), { type: 'object', properties: {}, additionalProperties: false });
    assert.deepEqual(schema('softmax').properties.temperature, { type: 'number', default: 1, exclusiveMinimum: 0 });
    assert.deepEqual(schema('maxout').properties.pieces, { type: 'integer', default: 2, minimum: 1 });
    assert.deepEqual(schema('glu').properties.gate, { type: 'string', enum: ['first', 'second'], default: 'second' });
    assert.equal(schema('logSumExp').properties.axis?.type, 'integer');
  });

  it('has every setting of every function, with a default that it allows', () => {
    for (const record of functions.values()) {
      const { properties } = settingsSchema(record);
      assert.deepEqual(
        Object.keys(properties),
        record.parameters.map(({ id }) => id),
      );
      for (const property of Object.values(properties)) {
        if (property.type === 'string') {
          assert.ok(property.enum.includes(property.default));
          continue;
        }
        const { default: value, minimum = -Infinity, maximum = Infinity } = property;
        assert.ok(value >= minimum && value <= maximum, record.id);
        assert.ok(value > (property.exclusiveMinimum ?? -Infinity), record.id);
      }
    }
  });
});
