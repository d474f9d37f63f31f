/* Expected values for a kernel's tests. Select an initialiser, evaluate it with the function under
 * test, then "Replace Selection with Result": the suffixes and the layout stay as they are. */
#include <math.h>

static const float input[8] = {-3.0f, -1.0f, -0.5f, -0.0f, 0.0f, 0.5f, 1.0f, 3.0f};

static const float weights[2][3] = {
    {0.1f, 0.3f, 0.5f},
    {0x1.8p-2f, 0.4f, -2.5e-1f},
};

static const float edge[4] = {INFINITY, -INFINITY, 88.72f, -103.97f};

float leaky_relu(float x) { return x >= 0.0f ? x : 0.001f * x; }
